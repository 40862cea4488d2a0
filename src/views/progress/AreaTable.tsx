import { useTranslation } from 'react-i18next'
import type { Area } from '../../core/content/types.ts'
import type { Links } from '../../core/history/links.ts'
import type { Progress } from '../../core/history/progress.ts'
import { factsIn, mastery } from '../../core/mastery/mastery.ts'
import type { RecallPoint } from '../../core/statistics/recallHistory.ts'
import type { Moment } from '../../core/time.ts'
import { useLang } from '../../i18n/useLang.ts'
import { MasteryScore } from '../../ui/MasteryScore.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { usePhrases } from './usePhrases.ts'

/** What is known of each area now, and what that rests on. */
export const AreaTable = ({
  areas,
  progress,
  links,
  now,
  recall,
}: {
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
          const scope = { kind: 'area', area: area.id } as const
          const held = mastery(factsIn(scope, links), progress, links, now)
          return (
            <li key={area.id}>
              <h3>{area.title[lang]}</h3>
              <div>
                <Meter counts={held.counts} topic={area.title[lang]} />
                <MasteryScore mastery={held} scope={scope} named />
              </div>
              <dl>
                <div>
                  <dt>{t('progress.areas.now')}</dt>
                  <dd>{phrase.share(recall?.areas.find((each) => each.area === area.id)?.recall ?? null)}</dd>
                </div>
                <div>
                  <dt>{t('progress.areas.facts')}</dt>
                  <dd>{held.facts}</dd>
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
