import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { drawExam, examLengths, examPool, minutesFor } from '../../core/exam/drawExam.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { Key } from '../../ui/Key.tsx'
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { PastExams } from './PastExams.tsx'
import './exam.css'

/** Where an exam begins: how long it is to be, how it is drawn, and those taken before. */
export const ExamStart = () => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { catalog, newAttempt } = useStudy()
  const progress = useProgress((state) => state.progress)
  const record = useProgress((state) => state.record)
  const available = examPool(catalog.links, progress).length
  const fitting = examLengths.filter((length) => length <= available)
  const lengths = fitting.length === 0 ? [available] : fitting
  // Today links to the length that fits the day.
  const [asked] = useSearchParams()
  const [wished, setWished] = useState(Number(asked.get('length')))
  const count = lengths.includes(wished) ? wished : (lengths.at(-1) ?? available)
  const start = (): void => {
    if (count === 0) return
    const { id, seed } = newAttempt()
    const items = drawExam(catalog.links, progress, count, seed).map((item) => item.id)
    record([{ kind: 'examStarted', attempt: id, minutes: minutesFor(items.length), items, seed }])
    void navigate(`/exam/${id}`)
  }
  useKeys({ enter: start })
  return (
    <div className="page">
      <title>{t('title.page', { name: t('nav.exam') })}</title>
      <div className="pagehead">
        <h1>{t('nav.exam')}</h1>
      </div>
      <section className="box bleed examstart" aria-label={t('exam.new')}>
        <p>{t('exam.format')}</p>
        {count === 0 ? (
          <p>{t('exam.nothing')}</p>
        ) : (
          <>
            {fitting.length > 0 && (
              <SegmentedChoice
                legend={t('exam.length')}
                name="length"
                value={String(count)}
                options={lengths.map((length) => ({ value: String(length), label: String(length) }))}
                onChange={(value) => setWished(Number(value))}
              />
            )}
            {fitting.length < examLengths.length && <p className="muted num">{t('exam.few', { count: available })}</p>}
            <p className="num">{t('exam.minutes', { items: count, minutes: minutesFor(count) })}</p>
            <button type="button" className="btn primary big" onClick={start}>
              {t('exam.start')}
              <Key>Enter</Key>
            </button>
          </>
        )}
        <details className="why">
          <summary>{t('exam.why')}</summary>
          <p>{t('exam.whyText')}</p>
        </details>
      </section>
      <PastExams />
    </div>
  )
}
