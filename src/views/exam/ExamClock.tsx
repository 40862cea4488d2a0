import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime, msLeft, warningAt } from '../../core/exam/examClock.ts'
import type { Exam } from '../../core/history/foldExam.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'

/** The time left. `onOver` is called while it is over and the page is looked at: of several tabs one hands in. */
export const ExamClock = ({ exam, onOver }: { exam: Exam; onOver: () => void }) => {
  const { t } = useTranslation()
  const { now } = useStudy()
  const [left, setLeft] = useState(() => msLeft(exam, now().at))
  const onTick = useEffectEvent(() => {
    const next = msLeft(exam, now().at)
    setLeft(next)
    if (next === 0 && document.visibilityState === 'visible') onOver()
  })
  useEffect(() => {
    const tick = (): void => onTick()
    tick()
    const timer = setInterval(tick, 1000)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  const { minutes, seconds } = clockTime(left)
  const warning = warningAt(exam, left)
  return (
    <>
      <p className="timer num" role="timer" aria-label={t('exam.clock', { minutes, seconds })} data-warning={warning ?? undefined}>
        <span aria-hidden="true">
          {minutes}:{String(seconds).padStart(2, '0')}
          <small>{t('exam.left')}</small>
        </span>
      </p>
      {/* It changes twice, and so is said twice. */}
      <p className="clockwarning num" role="status">
        {warning !== null && t('exam.warning', { minutes: warning })}
      </p>
    </>
  )
}
