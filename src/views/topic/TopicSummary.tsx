import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Block, Card, Section, Topic, TopicStub } from '../../core/content/types.ts'
import { localPart } from '../../core/ids.ts'
import { studyDay, dateOfDay } from '../../core/time.ts'
import { fullDate } from '../../i18n/calendarDates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { useTopic } from '../../stores/useTopic.ts'
import { Blocks, RichText, type Setting } from '../../ui/Blocks.tsx'
import { WeakItems } from './WeakItems.tsx'
import { KnownTopic } from './KnownTopic.tsx'
import './topic.css'
import './topicSummary.css'

/** A topic on paper: its terms, its tables, what this learner forgets of it, and the sources. */
export const TopicSummary = () => <KnownTopic>{(stub) => <Paper key={stub.id} stub={stub} />}</KnownTopic>

const Paper = ({ stub }: { stub: TopicStub }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const topic = useTopic(stub.id, lang)
  const setting = { lang, sources: topic.sources, terms: topic.terms }
  const area = catalog.catalogue.areas.find((candidate) => candidate.id === stub.area)
  const moment = now()
  return (
    <article className="prose topicsummary">
      <title>{t('title.page', { name: t('summary.of', { title: topic.title }) })}</title>
      <p className="meta">
        {area?.title[lang]} › {t('topics.objective', { objective: stub.objective })}
      </p>
      <h1 className="topictitle">{topic.title}</h1>
      <p className="lead">{topic.summary}</p>
      <p className="meta num">{t('summary.asOf', { date: fullDate(dateOfDay(studyDay(moment.at, moment.offsetMin)), lang) })}</p>
      <div className="acts">
        <button type="button" className="btn primary" onClick={() => window.print()}>
          {t('summary.print')}
        </button>
        <Link className="btn" to={`/topics/${stub.id}`}>
          {t('summary.back')}
        </Link>
      </div>
      <Terms topic={topic} setting={setting} />
      <Tables topic={topic} setting={setting} />
      <WeakItems topic={topic} setting={setting} />
      <SourceList topic={topic} />
    </article>
  )
}

/** Term cards ask both ways; the one whose prompt is the term names the fact. */
const isTerm = (item: Section['items'][number]): item is Card => item.kind === 'term' && localPart(item.id) === localPart(item.fact)

const Terms = ({ topic, setting }: { topic: Topic; setting: Setting }) => {
  const { t } = useTranslation()
  const terms = topic.sections.flatMap((section) => section.items.filter(isTerm))
  if (terms.length === 0) return null
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{t('summary.terms')}</h2>
      <dl>
        {terms.map((term) => (
          <div key={term.id}>
            <dt>
              <Blocks blocks={term.prompt} setting={setting} />
            </dt>
            <dd>
              <Blocks blocks={term.answer} setting={setting} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The tables among these blocks, those within notes, quotes and lists too. */
const tablesIn = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => {
    switch (block.tag) {
      case 'table':
        return [block]
      case 'note':
      case 'quote':
        return tablesIn(block.children)
      case 'list':
        return block.items.flatMap((item) => tablesIn(item.children))
      default:
        return []
    }
  })

const Tables = ({ topic, setting }: { topic: Topic; setting: Setting }) => {
  const { t } = useTranslation()
  const found = topic.sections.flatMap((section) => {
    const tables = tablesIn(section.blocks)
    return tables.length === 0 ? [] : [{ section, tables }]
  })
  if (found.length === 0) return null
  return (
    <section aria-labelledby="tables">
      <h2 id="tables">{t('summary.tables')}</h2>
      {found.map(({ section, tables }) => (
        <section key={section.id} aria-labelledby={`tables-${localPart(section.id)}`}>
          <h3 id={`tables-${localPart(section.id)}`}>
            <RichText rich={section.heading} setting={setting} />
          </h3>
          <Blocks blocks={tables} setting={setting} />
        </section>
      ))}
    </section>
  )
}

/** With the addresses in words: paper has no links. */
const SourceList = ({ topic }: { topic: Topic }) => {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t('summary.sources')}</h2>
      <ul className="summarysources">
        {Object.entries(topic.sources).map(([key, { title, url }]) => (
          <li key={key}>
            {title}{' '}
            <a href={url} rel="noreferrer" target="_blank">
              {url}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
