import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { isCardKind, type TopicStub } from '../../core/content/types.ts'
import { localPart } from '../../core/ids.ts'
import { topicEvidence } from '../../core/mastery/topicEvidence.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { useTopic } from '../../stores/useTopic.ts'
import { Meter } from '../../ui/Meter.tsx'
import { Blocks, RichText } from '../../ui/Blocks.tsx'
import { Contents } from './Contents.tsx'
import { RecallBox } from './RecallBox.tsx'
import { ScopeMastery } from './ScopeMastery.tsx'
import { ResetTopic } from './ResetTopic.tsx'
import { useReading } from './useReading.ts'
import { KnownTopic } from './KnownTopic.tsx'
import './topic.css'

export const TopicPage = () => <KnownTopic>{(stub) => <Reading key={stub.id} stub={stub} />}</KnownTopic>

const Reading = ({ stub }: { stub: TopicStub }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const topic = useTopic(stub.id, lang)
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const { hash } = useLocation()
  const { current, observe } = useReading(topic)
  useEffect(() => {
    if (hash === '') return
    const target = document.getElementById(hash.slice(1))
    target?.scrollIntoView()
    target?.focus({ preventScroll: true })
  }, [hash])
  const setting = { lang, sources: topic.sources, terms: topic.terms }
  const area = catalog.catalogue.areas.find((candidate) => candidate.id === stub.area)
  const cards = stub.items.filter((item) => isCardKind(item.kind)).length
  const place = catalog.catalogue.topics.findIndex((other) => other.id === stub.id)
  const next = catalog.catalogue.topics[place + 1]
  return (
    <div className="reading">
      <title>{t('title.page', { name: topic.title })}</title>
      <article className="prose">
        <p className="meta">
          {area?.title[lang]} › {t('topics.objective', { objective: stub.objective })}
        </p>
        <h1 className="topictitle">{topic.title}</h1>
        <p className="lead">{topic.summary}</p>
        <div className="topicmeta">
          <Meter counts={topicEvidence(stub, progress, catalog.links, now())} topic={topic.title} />
          <ScopeMastery scope={{ kind: 'topic', topic: stub.id }} />
          <div className="acts">
            <Link className="btn" to={`/flashcards/${stub.id}`}>
              {t('topic.cards', { count: cards })}
            </Link>
            <Link className="btn" to={`/quiz?topic=${stub.id}`}>
              {t('topic.questions', { count: stub.items.filter((item) => !isCardKind(item.kind)).length })}
            </Link>
            <Link className="btn quiet" to={`/topics/${stub.id}/summary`}>
              {t('summary.link')}
            </Link>
          </div>
        </div>
        {topic.sections.map((section) => (
          <section key={section.id} ref={observe(section.id)} aria-labelledby={localPart(section.id)}>
            <h2 id={localPart(section.id)} tabIndex={-1}>
              <RichText rich={section.heading} setting={setting} />
            </h2>
            <ScopeMastery scope={{ kind: 'section', section: section.id }} />
            <Blocks blocks={section.blocks} setting={setting} />
            <RecallBox section={section} setting={setting} />
          </section>
        ))}
        <nav className="onward" aria-label={t('topic.onward')}>
          <Link className="btn primary" to={`/quiz?topic=${stub.id}`}>
            {t('topic.toQuiz')}
          </Link>
          {next !== undefined && (
            <Link className="btn" to={`/topics/${next.id}`}>
              {t('topic.next', { title: next.title[lang] })}
            </Link>
          )}
        </nav>
        <ResetTopic stub={stub} />
      </article>
      <Contents topic={topic} stub={stub} current={current} setting={setting} />
    </div>
  )
}
