import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { preloadItems } from '../../catalog/catalog.ts'
import type { Lang } from '../../core/content/types.ts'
import type { StudyAct } from '../../core/history/events.ts'
import { planReview } from '../../core/schedule/planReview.ts'
import { currentEntry, type ReviewAction, reviewSession, startReview, undoable } from '../../core/schedule/reviewSession.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { useSaved } from '../../stores/useSaved.ts'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import { LanguageButton } from '../../ui/LanguageButton.tsx'
import { LeaveLink } from '../../ui/LeaveLink.tsx'
import { SavedMark } from '../../ui/SavedMark.tsx'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { ReviewDone } from './ReviewDone.tsx'
import { ReviewItem } from './ReviewItem.tsx'

/** One sitting of spaced repetition. The list is fixed when the sitting starts, so that nothing moves underfoot. */
export const Review = () => {
  const { t } = useTranslation()
  const uiLang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const record = useProgress((state) => state.record)
  const retract = useProgress((state) => state.retract)
  const saved = useSaved()
  const [session, setSession] = useState(() => {
    const plan = planReview(progress, catalog.links, now())
    // Not asked here: what a section teaches that was not read.
    return startReview(plan.entries.filter((entry) => entry.kind !== 'new' || progress.read.has(entry.item.section)))
  })
  const [otherLang, setOtherLang] = useState(false)
  const lang: Lang = otherLang ? (uiLang === 'ja' ? 'en' : 'ja') : uiLang
  const act = (action: ReviewAction): void => setSession((before) => reviewSession(before, action))
  const entry = currentEntry(session)
  const undo = (): void => {
    const events = undoable(session)
    if (session.past.length === 0) return
    retract(events)
    act({ kind: 'undone' })
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
    leave: <LeaveLink to="/" />,
    name: t('nav.review'),
    position: entry === undefined ? total : position,
    total,
    progressLabel: t('session.position', { position, total }),
    tools: (
      <>
        <SavedMark state={saved} />
        <UndoButton enabled={session.past.length > 0} onUndo={undo} />
        {entry !== undefined && <LanguageButton shown={lang} onSwitch={switchLang} />}
      </>
    ),
  }
  if (entry === undefined) return <ReviewDone frame={frame} answered={session.answered} />
  return (
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
        onReveal={() => act({ kind: 'revealed' })}
        onAnswer={(study: StudyAct, missed, advance) => {
          act({ kind: 'answered', events: record([study]), missed })
          if (advance) act({ kind: 'next' })
        }}
        onNext={() => act({ kind: 'next' })}
        onSkip={() => act({ kind: 'skipped' })}
        onSuspend={() => act({ kind: 'suspended', events: record([{ kind: 'suspended', item: entry.item.id }]) })}
      />
    </Suspense>
  )
}
