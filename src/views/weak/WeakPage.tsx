import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { drillPath } from '../../core/mastery/drillAim.ts'
import type { Tier } from '../../core/mastery/topicEvidence.ts'
import { weakTopics } from '../../core/mastery/weakTopics.ts'
import { sectionPath } from '../../core/ids.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TitledSection } from '../../ui/TitledSection.tsx'
import { WeakRow } from '../../ui/WeakRow.tsx'
import { Behind } from './Behind.tsx'
import { Calibration } from './Calibration.tsx'
import { Confusions } from './Confusions.tsx'
import { Misjudgements } from './Misjudgements.tsx'
import './weak.css'

/** In the order in which a meter is not read, but learning goes. */
const shown = ['read', 'recognised', 'recalled', 'done', 'none'] as const satisfies readonly Tier[]
/** Topics that are open to view; the others unfold. */
const openTopics = 5
const together = 3

/** Where marks are lost: topics by weight and weakness, what is taken for what, and where the learner's own judgement was wrong. */
export const WeakPage = () => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const { links } = catalog
  const progress = useProgress((state) => state.progress)
  const topics = useMemo(() => weakTopics(progress, links, now()), [progress, links, now])
  const answers = topics.reduce((sum, { weakness }) => sum + weakness.answers, 0)
  const row = (topic: (typeof topics)[number], place: number) => {
    const stub = links.topics.get(topic.weakness.topic)
    return (
      stub && (
        <WeakRow key={stub.id} topic={topic} stub={stub} rank={place + 1} ways={<ReadLink topic={topic} />}>
          <Behind losses={topic.weakness.losses} />
        </WeakRow>
      )
    )
  }
  return (
    <div className="page">
      <title>{t('title.page', { name: t('nav.weak') })}</title>
      <div className="pagehead">
        <h1>{t('nav.weak')}</h1>
        {answers > 0 && <p className="muted num">{t('weak.lead', { count: answers })}</p>}
      </div>
      {answers === 0 ? (
        <Empty
          title={t('weak.nothing')}
          action={
            <Link className="btn primary" to="/">
              {t('review.toToday')}
            </Link>
          }
        >
          {t('weak.nothingText')}
        </Empty>
      ) : (
        <>
          <ul className="legend">
            {shown.map((tier) => (
              <li key={tier}>
                <Icon name={tier} />
                {t(`tier.${tier}`)}
              </li>
            ))}
          </ul>
          <section className="sec" aria-labelledby="weak-topics">
            <div className="sechead">
              <h2 id="weak-topics">{t('weak.topics')}</h2>
              <Link to={drillPath({ kind: 'top', count: together })}>{t('weak.together', { count: together })}</Link>
            </div>
            <ol className="weak ranked">{topics.slice(0, openTopics).map(row)}</ol>
            {topics.length > openTopics && (
              <details className="why others">
                <summary>{t('weak.others', { count: topics.length - openTopics })}</summary>
                <ol className="weak ranked" start={openTopics + 1}>
                  {topics.slice(openTopics).map((topic, place) => row(topic, openTopics + place))}
                </ol>
              </details>
            )}
          </section>
          <Confusions />
          <Misjudgements />
          <Calibration />
          <TitledSection title={t('weak.how')}>
            <details className="why">
              <summary>{t('weak.order')}</summary>
              <p>{t('weak.orderText')}</p>
              <p>{t('weak.orderRecall')}</p>
              <p>{t('weak.orderLittle')}</p>
            </details>
          </TitledSection>
        </>
      )}
    </div>
  )
}

/** The way to the section that the reason names, else to the one that loses most. */
const ReadLink = ({ topic: { weakness } }: { topic: ReturnType<typeof weakTopics>[number] }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const stub = useStudy().catalog.links.topics.get(weakness.topic)
  const section = weakness.atFault?.section ?? weakness.sections[0]?.section
  const heading = stub?.sections.find(({ id }) => id === section)?.heading[lang]
  if (section === undefined || heading === undefined) return null
  return (
    <p className="meta ways">
      <Link to={sectionPath(section)}>{t('weak.read', { heading })}</Link>
    </p>
  )
}
