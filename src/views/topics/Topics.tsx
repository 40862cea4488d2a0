import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isCardKind, type TopicStub } from '../../core/content/types.ts'
import { topicEvidence } from '../../core/mastery/topicEvidence.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { Meter } from '../../ui/Meter.tsx'
import './topics.css'

/** Every topic by area: what it asks, what it builds on, what is known of it. */
export const Topics = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalogue } = useStudy().catalog
  return (
    <div className="page">
      <title>{t('title.page', { name: t('nav.topics') })}</title>
      <div className="pagehead">
        <h1>{t('nav.topics')}</h1>
        <p className="muted num">{t('topics.count', { count: catalogue.topics.length })}</p>
        <Link to="/weak">{t('nav.weak')}</Link>
        <Link to="/progress">{t('nav.progress')}</Link>
      </div>
      {catalogue.areas.map((area) => (
        <section key={area.id} className="sec" aria-labelledby={`area-${area.id}`}>
          <div className="sechead">
            <h2 id={`area-${area.id}`}>{area.title[lang]}</h2>
          </div>
          <ul className="topiclist">
            {catalogue.topics
              .filter((topic) => topic.area === area.id)
              .map((topic) => (
                <TopicRow key={topic.id} topic={topic} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const TopicRow = ({ topic }: { topic: TopicStub }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const questions = topic.items.filter((item) => !isCardKind(item.kind)).length
  const first = topic.requires.flatMap((id) => catalog.links.topics.get(id) ?? [])
  return (
    <li>
      <div>
        <h3>
          <Link to={`/topics/${topic.id}`}>{topic.title[lang]}</Link>
        </h3>
        <p className="reason">{topic.summary[lang]}</p>
        <p className="meta num">
          {t('topics.objective', { objective: topic.objective })}
          <span className="gap" />
          {t('topics.reading', { count: topic.minutes[lang] })}
          <span className="gap" />
          {t('topics.items', { cards: topic.items.length - questions, questions })}
        </p>
        {first.length > 0 && (
          <p className="meta">
            {t('topics.requires')}{' '}
            {first.map((other) => (
              <Link key={other.id} to={`/topics/${other.id}`}>
                {other.title[lang]}
              </Link>
            ))}
          </p>
        )}
      </div>
      <Meter counts={topicEvidence(topic, progress, catalog.links, now())} topic={topic.title[lang]} />
    </li>
  )
}
