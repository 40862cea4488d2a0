import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { preloadItems } from '../../catalog/catalog.ts'
import type { Lang } from '../../core/content/types.ts'
import { type Attempt, keptAttempts } from '../../core/history/foldAttempt.ts'
import { attemptId, type EventId } from '../../core/ids.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { useSaved } from '../../stores/useSaved.ts'
import { Alone } from '../../ui/Alone.tsx'
import { Missing } from '../../ui/Missing.tsx'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import { LanguageButton } from '../../ui/LanguageButton.tsx'
import { LeaveLink } from '../../ui/LeaveLink.tsx'
import { SavedMark } from '../../ui/SavedMark.tsx'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { Diagnostic } from './Diagnostic.tsx'
import { QuizQuestion } from './QuizQuestion.tsx'
import { QuizResult } from './QuizResult.tsx'
import './quiz.css'

/** An attempt by its address: goes on where it was left, or shows its result. Which question is shown stands in the address too, so that one comes back to it. */
export const QuizPage = () => {
  const { t } = useTranslation()
  const id = attemptId(useParams().attemptId ?? '')
  const attempts = useProgress((state) => state.progress.attempts)
  const attempt = attempts.get(id)
  if (attempt === undefined) {
    const isFull = attempts.size >= keptAttempts
    return (
      <Alone>
        <Missing
          title={isFull ? t('unknown.attemptOld', { count: keptAttempts }) : t('unknown.attempt')}
          text={isFull ? t('unknown.attemptOldText', { count: keptAttempts }) : t('unknown.attemptText')}
        >
          <Link className="btn" to="/quiz">
            {t('unknown.toQuiz')}
          </Link>
          {isFull && <Link to="/history">{t('unknown.toHistory')}</Link>}
        </Missing>
      </Alone>
    )
  }
  return attempt.diagnostic ? <Diagnostic key={id} attempt={attempt} /> : <Taking key={id} attempt={attempt} />
}

const Taking = ({ attempt }: { attempt: Attempt }) => {
  const { t } = useTranslation()
  const uiLang = useLang()
  const { catalog } = useStudy()
  const retract = useProgress((state) => state.retract)
  const record = useProgress((state) => state.record)
  const saved = useSaved()
  const [otherLang, setOtherLang] = useState(false)
  // What was asked and is no longer taught cannot be asked.
  const items = attempt.items.filter((item) => catalog.links.items.has(item))
  const firstOpen = items.findIndex((item) => !attempt.answers.has(item))
  const open = firstOpen < 0 ? items.length : firstOpen
  const [search, setSearch] = useSearchParams()
  const [position, setPosition] = useState(() => {
    const asked = Number(search.get('item') ?? Number.NaN) - 1
    return Number.isInteger(asked) && asked >= 0 ? Math.min(asked, open) : open
  })
  const [turn, setTurn] = useState(0)
  const [past, setPast] = useState<readonly { position: number; events: readonly EventId[] }[]>([])
  const lang: Lang = otherLang ? (uiLang === 'ja' ? 'en' : 'ja') : uiLang
  const item = items[position]
  const place = item === undefined ? null : String(position + 1)
  useEffect(() => {
    if (search.get('item') === place) return
    const next = new URLSearchParams(search)
    if (place === null) next.delete('item')
    else next.set('item', place)
    setSearch(next, { replace: true })
  }, [place, search, setSearch])
  const given = item === undefined ? undefined : attempt.answers.get(item)
  // Of what was answered before this visit, the one on screen can be taken back.
  const last = past.at(-1) ?? (given && { position, events: [given.id] })
  const undo = (): void => {
    if (last === undefined) return
    retract(last.events)
    setPast(past.slice(0, -1))
    setPosition(last.position)
    setTurn(turn + 1)
  }
  const switchLang = (): void => setOtherLang(!otherLang)
  useEffect(() => preloadItems(catalog, attempt.items, lang), [catalog, attempt.items, lang])
  useKeys({ u: undo, 'mod+z': undo, l: item === undefined ? undefined : switchLang })

  if (item === undefined) return <QuizResult attempt={attempt} items={items} onUndo={last === undefined ? undefined : undo} />
  const frame = {
    leave: <LeaveLink to="/quiz" />,
    name: t('nav.quiz'),
    position: position + 1,
    total: items.length,
    progressLabel: t('session.position', { position: position + 1, total: items.length }),
    tools: (
      <>
        <SavedMark state={saved} />
        <UndoButton enabled={last !== undefined} onUndo={undo} />
        <LanguageButton shown={lang} onSwitch={switchLang} />
      </>
    ),
  }
  return (
    <Suspense
      fallback={
        <SessionFrame {...frame} wide bar={null}>
          <div className="col quiz">
            <div className="box bleed q" />
          </div>
        </SessionFrame>
      }
    >
      <QuizQuestion
        key={turn}
        frame={frame}
        item={item}
        seed={attempt.seed}
        lang={lang}
        given={given}
        first={turn === 0}
        onAnswer={(act) => setPast([...past, { position, events: record([{ ...act, attempt: attempt.id }]) }])}
        onPractice={(act) => record([act])}
        onNext={() => {
          const next = items.findIndex((id, at) => at > position && !attempt.answers.has(id))
          setPosition(next < 0 ? open : next)
          setTurn(turn + 1)
        }}
      />
    </Suspense>
  )
}
