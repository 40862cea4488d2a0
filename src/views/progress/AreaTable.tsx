import { useTranslation } from 'react-i18next'
import type { Area, Catalogue } from '../../core/content/types.ts'
import type { Links } from '../../core/history/links.ts'
import type { Progress } from '../../core/history/progress.ts'
import { type Tier, topicEvidence } from '../../core/mastery/topicEvidence.ts'
import type { RecallPoint } from '../../core/statistics/recallHistory.ts'
import type { Moment } from '../../core/time.ts'
import { useLang } from '../../i18n/useLang.ts'
import { Meter } from '../../ui/Meter.tsx'
import { usePhrases } from './usePhrases.ts'

const evidenceOf = (area: Area, catalogue: Catalogue, progress: Progress, links: Links, now: Moment): Record<Tier, number> => {
  const sum = { none: 0, read: 0, recognised: 0, recalled: 0, done: 0 }
  for (const topic of catalogue.topics) {
    if (topic.area !== area.id) continue
    const counts = topicEvidence(topic, progress, links, now)
    for (const tier of ['none', 'read', 'recognised', 'recalled', 'done'] as const) sum[tier] += counts[tier]
  }
  return sum
}

/** What is known of each area now, and what that rests on. */
export const AreaTable = ({
  catalogue,
  areas,
  progress,
  links,
  now,
  recall,
}: {
  catalogue: Catalogue
  areas: readonly Area[]
  progress: Progress
  links: Links
  now: Moment
  recall: RecallPoint | undefined
}) => {
  const { t } = useTranslation()
  const lang = useLang()
  const phrase = usePhrases()
  return (
    <section className="sec" aria-labelledby="areas">
      <div className="sechead">
        <h2 id="areas">{t('progress.areas.title')}</h2>
      </div>
      <ul className="areas num">
        {areas.map((area) => {
          const counts = evidenceOf(area, catalogue, progress, links, now)
          const facts = Object.values(counts).reduce((sum, count) => sum + count, 0)
          return (
            <li key={area.id}>
              <h3>{area.title[lang]}</h3>
              <Meter counts={counts} topic={area.title[lang]} />
              <dl>
                <div>
                  <dt>{t('progress.areas.now')}</dt>
                  <dd>{phrase.share(recall?.areas.find((each) => each.area === area.id)?.recall ?? null)}</dd>
                </div>
                <div>
                  <dt>{t('progress.areas.facts')}</dt>
                  <dd>{facts}</dd>
                </div>
              </dl>
            </li>
          )
        })}
      </ul>
      <details className="why">
        <summary>{t('progress.areas.why')}</summary>
        <p>{t('progress.areas.whyText')}</p>
      </details>
    </section>
  )
}
