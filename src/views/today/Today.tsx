import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../../core/history/progress.ts'
import { loadTexts } from '../../i18n/setup.ts'
import { useProgress } from '../../stores/StudyProvider.tsx'
import { FirstVisit } from './FirstVisit.tsx'
import './today.css'

// A first visit has nothing to plan and does not wait for what plans.
const TodayPlan = lazy(async () => ({ default: (await import('./TodayPlan.tsx')).TodayPlan }))

// Someone who has only planned is still about to begin.
const hasStudied = ({ items, read, attempts, exams }: Progress): boolean => items.size + read.size + attempts.size + exams.size > 0

export const Today = () => (useProgress((state) => hasStudied(state.progress)) ? <Begun /> : <FirstVisit />)

const Begun = () => {
  // On the way together with the screen that waits for them.
  void loadTexts(useTranslation().i18n, 'study')
  return (
    <Suspense fallback={<div className="page" aria-busy="true" />}>
      <TodayPlan />
    </Suspense>
  )
}
