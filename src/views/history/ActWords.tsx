import { type ReactNode, Suspense, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../core/assertNever.ts'
import type { Act } from '../../core/history/acts.ts'
import type { StudyEvent } from '../../core/history/events.ts'
import { changedParts, planBefore } from '../../core/history/planChange.ts'
import type { Base } from '../../core/history/progress.ts'
import { type AttemptId, type FactId, type ItemId, type SectionId, topicOf } from '../../core/ids.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useItem } from '../../stores/useTopic.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { LinkContext } from '../../ui/LinkContext.tsx'
import { useItemWords } from '../../ui/useItemWords.ts'
import { PlanChange } from './PlanChange.tsx'

/** The part of the history that an act stands in: what a change of plan is compared with. */
export interface Surroundings {
  readonly events: readonly StudyEvent[]
  readonly base: Base | null
  readonly isAll: boolean
}

/** Of an act with many parts so many are written out. */
const shownParts = 50

/** What was done, in words. `brief`: without what unfolds. */
export const ActWords = ({ act, among, brief = false }: { act: Act; among: Surroundings; brief?: boolean }) => {
  const { t } = useTranslation()
  // A section that was read and the card answered with it are told as the two things they are.
  const told = act.events.length <= 2 ? act.events : act.events.slice(0, 1)
  const rest = act.events.slice(told.length)
  return (
    <>
      {told.map((event) => (
        <p key={event.id}>
          <EventWords event={event} among={among} linked={!brief} />
          {brief && rest.length > 0 && ` (${t('history.more', { count: rest.length })})`}
        </p>
      ))}
      {!brief && rest.length > 0 && (
        <Unfolding summary={t('history.more', { count: rest.length })} count={rest.length}>
          {rest.slice(0, shownParts).map((event) => (
            <li key={event.id}>
              <EventWords event={event} among={among} linked />
            </li>
          ))}
        </Unfolding>
      )}
      {!brief &&
        told.map((event) =>
          event.kind === 'reset' && event.facts.length > 1 ? (
            <Unfolding key={event.id} summary={t('history.unfold', { count: event.facts.length })} count={event.facts.length}>
              {[...new Set(event.facts)].slice(0, shownParts).map((fact) => (
                <li key={fact}>
                  <OfFact id={fact}>{(words) => words}</OfFact>
                </li>
              ))}
            </Unfolding>
          ) : null,
        )}
    </>
  )
}

const Unfolding = ({ summary, count, children }: { summary: string; count: number; children: ReactNode }) => {
  const { t } = useTranslation()
  return (
    <details className="why parts">
      <summary>{summary}</summary>
      <ul>{children}</ul>
      {count > shownParts && <p>{t('history.beyond', { count: count - shownParts })}</p>}
    </details>
  )
}

const EventWords = ({ event, among, linked }: { event: StudyEvent; among: Surroundings; linked: boolean }): ReactNode => {
  const { t } = useTranslation()
  switch (event.kind) {
    case 'reviewed': {
      const grade = t(`grade.${event.grade}`)
      return (
        <OfItem id={event.item}>
          {(item) =>
            event.where === 'flashcards'
              ? t('history.crammed', { item, grade })
              : event.repeat
                ? t('history.reviewedAgain', { item, grade })
                : t('history.reviewed', { item, grade })
          }
        </OfItem>
      )
    }
    case 'answered': {
      const verdict = t(`verdict.${event.verdict}`)
      return (
        <OfItem id={event.item}>
          {(item) =>
            event.confidence === 'guess'
              ? t('history.guessed', { item, verdict })
              : event.repeat
                ? t('history.answeredAgain', { item, verdict })
                : t('history.answered', { item, verdict })
          }
        </OfItem>
      )
    }
    case 'read':
      return <ReadWords section={event.section} />
    case 'attemptStarted':
      return (
        <OfAttempt
          way={linked ? 'quiz' : null}
          id={event.attempt}
          words={event.diagnostic ? t('history.diagnosed') : t('history.started', { count: event.items.length })}
        />
      )
    case 'examStarted':
      return <OfAttempt way={linked ? 'exam' : null} id={event.attempt} words={t('history.examStarted', { count: event.items.length })} />
    case 'handedIn':
      return <OfAttempt way={linked ? 'exam' : null} id={event.attempt} words={t('history.handedIn')} />
    case 'suspended':
      return <OfItem id={event.item}>{(item) => t('history.suspended', { item })}</OfItem>
    case 'resumed':
      return <OfItem id={event.item}>{(item) => t('history.resumed', { item })}</OfItem>
    case 'buried':
      return <OfFact id={event.fact}>{(fact) => t('history.buried', { fact })}</OfFact>
    case 'released':
      return <OfFact id={event.fact}>{(fact) => t('history.released', { fact })}</OfFact>
    case 'reset':
      return <ResetWords facts={event.facts} />
    case 'marked':
      return (
        <OfItem id={event.item}>
          {(item) => (event.note === '' ? t('history.marked', { item }) : t('history.noted', { item, note: event.note }))}
        </OfItem>
      )
    case 'unmarked':
      return <OfItem id={event.item}>{(item) => t('history.unmarked', { item })}</OfItem>
    case 'planned': {
      const before = planBefore(event, among.events, among.base, among.isAll)
      return <PlanChange before={before} after={event.plan} parts={changedParts(before, event.plan)} />
    }
    case 'fitted':
      return t(event.parameters === null ? 'history.unfitted' : 'history.fitted')
    case 'imported':
      return t('history.imported', { count: event.events.length })
    case 'retracted':
    case 'examAnswered':
    case 'examFlagged':
      // No acts: undo and redo stand in the list as the state of what they name, drafts count once they are handed in.
      return null
    default:
      return assertNever(event)
  }
}

interface OfAttemptProps {
  /** Which screen shows it; `null`: no link is wanted. */
  readonly way: 'quiz' | 'exam' | null
  readonly id: AttemptId
  readonly words: string
}

/** Leads to a quiz or an exam, as long as it is kept. */
const OfAttempt = ({ way, id, words }: OfAttemptProps) => {
  const LinkPart = useContext(LinkContext)
  const isKept = useProgress(({ progress }) => (way === 'exam' ? progress.exams : progress.attempts).has(id))
  return way !== null && isKept ? <LinkPart href={`/${way}/${id}`}>{words}</LinkPart> : words
}

const ReadWords = ({ section }: { section: SectionId }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { links } = useStudy().catalog
  const stub = links.topics.get(topicOf(section))?.sections.find((candidate) => candidate.id === section)
  return t('history.read', { section: stub?.heading[lang] ?? section })
}

const ResetWords = ({ facts }: { facts: readonly FactId[] }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { links } = useStudy().catalog
  const [first] = facts
  if (first !== undefined && facts.length === 1) return <OfFact id={first}>{(fact) => t('history.resetOne', { fact })}</OfFact>
  const topics = new Set(facts.map(topicOf))
  const topic = first === undefined || topics.size > 1 ? undefined : links.topics.get(topicOf(first))
  return topic === undefined
    ? t('history.reset', { count: facts.length })
    : t('history.resetTopic', { count: facts.length, topic: topic.title[lang] })
}

/** Says something of an item: in its words, or with its id if it is no longer taught or its words cannot be fetched. */
const OfItem = ({ id, children }: { id: ItemId; children: (words: string) => ReactNode }) =>
  useStudy().catalog.links.items.has(id) ? (
    <Boundary fallback={() => children(id)}>
      <Suspense fallback={<span aria-busy="true">…</span>}>
        <OfKnownItem id={id}>{children}</OfKnownItem>
      </Suspense>
    </Boundary>
  ) : (
    children(id)
  )

/** A line or two: what follows the name, the grade say, must not be cut off. */
const longestName = { ja: 44, en: 88 } as const

const OfKnownItem = ({ id, children }: { id: ItemId; children: (words: string) => ReactNode }) => {
  const lang = useLang()
  const { item } = useItem(id, lang)
  const itemWords = useItemWords()
  const words = [...itemWords(item)]
  const longest = longestName[lang]
  return children(words.length <= longest ? words.join('') : `${words.slice(0, longest).join('').trimEnd()}…`)
}

/** A fact goes by the first item that asks it. */
const OfFact = ({ id, children }: { id: FactId; children: (words: string) => ReactNode }) => {
  const [item] = useStudy().catalog.links.itemsOfFact.get(id) ?? []
  return item === undefined ? children(id) : <OfItem id={item.id}>{children}</OfItem>
}
