import { Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Lang } from '../../core/content/types.ts'
import type { Attempt } from '../../core/history/foldAttempt.ts'
import type { EventId } from '../../core/ids.ts'
import { nextOfDiagnostic } from '../../core/mastery/diagnostic.ts'
import { diagnosticQuestions } from '../../core/mastery/diagnosticLength.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useSaved } from '../../stores/useSaved.ts'
import { LanguageButton } from '../../ui/LanguageButton.tsx'
import { LeaveLink } from '../../ui/LeaveLink.tsx'
import { SavedMark } from '../../ui/SavedMark.tsx'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { DiagnosticQuestion } from './DiagnosticQuestion.tsx'
import { DiagnosticResult } from './DiagnosticResult.tsx'

/** A diagnostic: each question follows from the answers before it; what they say comes at the end, or when it is asked for. */
export const Diagnostic = ({ attempt }: { attempt: Attempt }) => {
  const { t } = useTranslation()
  const uiLang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const record = useProgress((state) => state.record)
  const retract = useProgress((state) => state.retract)
  const saved = useSaved()
  const [search] = useSearchParams()
  const [otherLang, setOtherLang] = useState(false)
  const [past, setPast] = useState<readonly (readonly EventId[])[]>([])
  const [moved, setMoved] = useState(false)
  const next = useMemo(() => nextOfDiagnostic(attempt, progress, catalog.links, now()), [attempt, progress, catalog, now])
  const lang: Lang = otherLang ? (uiLang === 'ja' ? 'en' : 'ja') : uiLang
  const undo = (): void => {
    const last = past.at(-1)
    if (last === undefined) return
    retract(last)
    setPast(past.slice(0, -1))
  }
  const switchLang = (): void => setOtherLang(!otherLang)
  const isOver = next === null || search.has('result')
  useKeys({ u: undo, 'mod+z': undo, l: isOver ? undefined : switchLang })

  if (isOver) return <DiagnosticResult attempt={attempt} open={next !== null} onUndo={past.length > 0 ? undo : undefined} />
  const position = attempt.answers.size + 1
  const frame = {
    leave: <LeaveLink to="/" />,
    name: t('diagnostic.name'),
    position,
    total: diagnosticQuestions,
    progressLabel: t('session.position', { position, total: diagnosticQuestions }),
    wide: true,
    tools: (
      <>
        <SavedMark state={saved} />
        <UndoButton enabled={past.length > 0} onUndo={undo} />
        <LanguageButton shown={lang} onSwitch={switchLang} />
      </>
    ),
  }
  return (
    <Suspense
      // Of its own for each question: the one before is gone, with its keys, while the words of the next are on the way.
      key={`${next.id} ${position}`}
      fallback={
        <SessionFrame {...frame} bar={null}>
          <div className="col quiz">
            <div className="box bleed q" />
          </div>
        </SessionFrame>
      }
    >
      <DiagnosticQuestion
        frame={frame}
        item={next.id}
        seed={attempt.seed}
        lang={lang}
        takesFocus={moved}
        onAnswer={(act) => {
          setPast([...past, record([{ ...act, attempt: attempt.id }])])
          setMoved(true)
        }}
      >
        <p className="muted">{t('diagnostic.note')}</p>
        {position > 1 && (
          <p>
            <Link to="?result">{t('diagnostic.end')}</Link>
          </p>
        )}
      </DiagnosticQuestion>
    </Suspense>
  )
}
