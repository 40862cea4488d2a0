import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { preloadItems } from '../../catalog/catalog.ts'
import type { Lang } from '../../core/content/types.ts'
import type { StudyAct } from '../../core/history/events.ts'
import type { EventId } from '../../core/ids.ts'
import type { QueueEntry } from '../../core/schedule/planReview.ts'
import { currentEntry, type ReviewAction, type ReviewSession, reviewSession, undoable } from '../../core/schedule/reviewSession.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { useSaved } from '../../stores/useSaved.ts'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import { LanguageButton } from '../../ui/LanguageButton.tsx'
import { LeaveLink } from '../../ui/LeaveLink.tsx'
import { SavedMark } from '../../ui/SavedMark.tsx'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { lastAnswer } from './lastAnswer.ts'
import { ReviewItem } from './ReviewItem.tsx'
import type { Frame } from './reviewItemProps.ts'
import './review.css'

type Said = 'buried' | 'suspended' | 'reset' | 'marked' | 'unmarked' | 'undone'

interface SittingProps {
  /** What it goes by in the line above and in the page's title. */
  readonly name: string
  /** Where leaving leads to. */
  readonly leaveTo: string
  readonly start: () => ReviewSession
  /** Whether undo at the start of the sitting reaches back to this answer. */
  readonly goesBackTo: (event: EventId) => boolean
  /** What is shown when nothing is left to ask. */
  readonly done: (frame: Frame, session: ReviewSession, extend: (entries: readonly QueueEntry[]) => void) => ReactNode
}

/** One sitting over a list of items. The list is fixed when the sitting starts, so that nothing moves underfoot. */
export const Sitting = ({ name, leaveTo, start, goesBackTo, done }: SittingProps) => {
  const { t } = useTranslation()
  const uiLang = useLang()
  const { catalog, now } = useStudy()
  const { links } = catalog
  const progress = useProgress((state) => state.progress)
  const record = useProgress((state) => state.record)
  const retract = useProgress((state) => state.retract)
  const undoAct = useProgress((state) => state.undoAct)
  const saved = useSaved()
  const [session, setSession] = useState(start)
  const [otherLang, setOtherLang] = useState(false)
  const lang: Lang = otherLang ? (uiLang === 'ja' ? 'en' : 'ja') : uiLang
  const act = (action: ReviewAction): void => setSession((before) => reviewSession(before, action))
  // Beside the items, which come and go, so that a screen reader hears what was done to one that is gone.
  const [said, setSaid] = useState<{ readonly what: Said; readonly turn: number }>()
  const say = (what: Said): void => setSaid((before) => ({ what, turn: (before?.turn ?? 0) + 1 }))
  const entry = currentEntry(session)
  // Of the sitting itself, or, when it has just begun, the answer before it.
  const earlier = useMemo(
    () => (session.past.length === 0 ? lastAnswer(progress, links, now()) : undefined),
    [session.past, progress, links, now],
  )
  const returnable = earlier?.act.events.every(({ id }) => goesBackTo(id)) === true ? earlier : undefined
  const undo = (): void => {
    if (session.past.length > 0) {
      retract(undoable(session))
      act({ kind: 'undone' })
      say('undone')
    } else if (returnable !== undefined) {
      undoAct(returnable.act)
      act({ kind: 'returned', entry: returnable.entry })
      say('undone')
    }
  }
  const switchLang = (): void => setOtherLang(!otherLang)
  useEffect(() => {
    preloadItems(
      catalog,
      session.queue.map((queued) => queued.item.id),
      lang,
    )
  }, [catalog, session.queue, lang])
  useKeys({ u: undo, 'mod+z': undo, l: switchLang })

  const total = session.queue.length
  const position = Math.min(session.position + 1, total)
  const frame = {
    leave: <LeaveLink to={leaveTo} />,
    name,
    position: entry === undefined ? total : position,
    total,
    progressLabel: t('session.position', { position, total }),
    tools: (
      <>
        <SavedMark state={saved} />
        <UndoButton enabled={session.past.length > 0 || returnable !== undefined} onUndo={undo} />
        {entry !== undefined && <LanguageButton shown={lang} onSwitch={switchLang} />}
      </>
    ),
  }
  const shown =
    entry === undefined ? (
      done(frame, session, (entries) => act({ kind: 'extended', entries }))
    ) : (
      <Suspense
        fallback={
          <SessionFrame {...frame} bar={null}>
            <div className="col">
              <div className="box bleed card" />
            </div>
          </SessionFrame>
        }
      >
        <ReviewItem
          key={session.turn}
          frame={frame}
          entry={entry}
          revealed={session.revealed}
          first={session.turn === 0}
          lang={lang}
          onRead={(read) => act({ kind: 'read', events: read ? record([{ kind: 'read', section: entry.item.section }]) : [] })}
          onReveal={() => act({ kind: 'revealed' })}
          onAnswer={(study: StudyAct, missed, advance) => {
            act({ kind: 'answered', events: record([study]), missed })
            if (advance) act({ kind: 'next' })
          }}
          onPractice={(study) => record([study])}
          onNext={() => act({ kind: 'next' })}
          onSkip={() => act({ kind: 'skipped' })}
          onSuspend={() => {
            act({ kind: 'suspended', events: record([{ kind: 'suspended', item: entry.item.id }]) })
            say('suspended')
          }}
          onBury={() => {
            act({ kind: 'buried', events: record([{ kind: 'buried', fact: entry.fact }]) })
            say('buried')
          }}
          onReset={() => {
            act({ kind: 'reset', events: record([{ kind: 'reset', facts: [entry.fact] }]) })
            say('reset')
          }}
          onMark={(note) => {
            const item = entry.item.id
            act({ kind: 'marked', events: record([note === null ? { kind: 'unmarked', item } : { kind: 'marked', item, note }]) })
            say(note === null ? 'unmarked' : 'marked')
          }}
        />
      </Suspense>
    )
  return (
    <>
      {shown}
      <div className="sr" aria-live="polite">
        {said && <span key={said.turn}>{t(`care.did.${said.what}`)}</span>}
      </div>
    </>
  )
}
