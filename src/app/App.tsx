import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Link, Route, Routes } from 'react-router'
import { Boundary } from '../ui/Boundary.tsx'
import { LinkContext } from '../ui/LinkContext.tsx'
import { MasteryBehindContext } from '../ui/MasteryBehindContext.tsx'
import { Today } from '../views/today/Today.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { RouteBoundary } from './RouteBoundary.tsx'
import { SaveNotice } from './SaveNotice.tsx'
import { Shell } from './Shell.tsx'
import { useDisplay } from './useDisplay.ts'
import { WithSettingsTexts } from './WithSettingsTexts.tsx'
import { WithStudyTexts } from './WithStudyTexts.tsx'
import { useArrival } from './useArrival.ts'

// Today is in the entry chunk; every other screen comes when it is opened.
const Topics = lazy(async () => ({ default: (await import('../views/topics/Topics.tsx')).Topics }))
const TopicPage = lazy(async () => ({ default: (await import('../views/topic/TopicPage.tsx')).TopicPage }))
const TopicSummary = lazy(async () => ({ default: (await import('../views/topic/TopicSummary.tsx')).TopicSummary }))
const FlashcardsPage = lazy(async () => ({ default: (await import('../views/flashcards/FlashcardsPage.tsx')).FlashcardsPage }))
const Review = lazy(async () => ({ default: (await import('../views/review/Review.tsx')).Review }))
const QuizBuilder = lazy(async () => ({ default: (await import('../views/quiz/QuizBuilder.tsx')).QuizBuilder }))
const QuizPage = lazy(async () => ({ default: (await import('../views/quiz/QuizPage.tsx')).QuizPage }))
const ExamStart = lazy(async () => ({ default: (await import('../views/exam/ExamStart.tsx')).ExamStart }))
const ExamPage = lazy(async () => ({ default: (await import('../views/exam/ExamPage.tsx')).ExamPage }))
const WeakPage = lazy(async () => ({ default: (await import('../views/weak/WeakPage.tsx')).WeakPage }))
const Drill = lazy(async () => ({ default: (await import('../views/review/Drill.tsx')).Drill }))
const Leeches = lazy(async () => ({ default: (await import('../views/leeches/Leeches.tsx')).Leeches }))
const ProgressPage = lazy(async () => ({ default: (await import('../views/progress/ProgressPage.tsx')).ProgressPage }))
const History = lazy(async () => ({ default: (await import('../views/history/History.tsx')).History }))
const NotFound = lazy(async () => ({ default: (await import('./NotFound.tsx')).NotFound }))
const MasteryBehind = lazy(async () => ({ default: (await import('./MasteryBehind.tsx')).MasteryBehind }))
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }))
const Settings = lazy(async () => ({ default: (await import('../views/settings/Settings.tsx')).Settings }))

const isOwnPath = (href: string): boolean => !/^[a-z][a-z0-9+.-]*:/i.test(href)

/** Links of content and parts: within the app through the router, elsewhere as they are. */
const AppLink = ({ href, children, ...rest }: { href: string; className?: string; children: ReactNode }) =>
  isOwnPath(href) ? (
    <Link to={href.startsWith('/') || href.startsWith('#') ? href : `/${href}`} {...rest}>
      {children}
    </Link>
  ) : (
    <a href={href} rel="noreferrer" target="_blank" {...rest}>
      {children}
    </a>
  )

/** A screen with its own boundary: what breaks in one leaves the way to the others open. */
const screen = (view: ReactNode, alone = false): ReactNode => (
  <RouteBoundary alone={alone}>
    <Suspense fallback={<div className="page" aria-busy="true" />}>
      <WithStudyTexts>{view}</WithStudyTexts>
    </Suspense>
  </RouteBoundary>
)

export const App = () => {
  useDisplay()
  useArrival()
  const [keysOpen, setKeysOpen] = useState(false)
  useKeys({ '?': () => setKeysOpen(true) })
  return (
    <LinkContext value={AppLink}>
      <MasteryBehindContext value={MasteryBehind}>
        <Routes>
          <Route element={<Shell onKeys={() => setKeysOpen(true)} />}>
            <Route
              index
              element={
                <RouteBoundary alone={false}>
                  <Today />
                </RouteBoundary>
              }
            />
            <Route path="topics" element={screen(<Topics />)} />
            <Route path="topics/:topicId" element={screen(<TopicPage />)} />
            <Route path="topics/:topicId/summary" element={screen(<TopicSummary />)} />
            <Route path="quiz" element={screen(<QuizBuilder />)} />
            <Route path="exam" element={screen(<ExamStart />)} />
            <Route path="weak" element={screen(<WeakPage />)} />
            <Route path="leeches" element={screen(<Leeches />)} />
            <Route path="progress" element={screen(<ProgressPage />)} />
            <Route path="history" element={screen(<History />)} />
            <Route
              path="settings"
              element={screen(
                <WithSettingsTexts>
                  <Settings />
                </WithSettingsTexts>,
              )}
            />
            <Route
              path="*"
              element={
                <RouteBoundary alone={false}>
                  <Suspense>
                    <NotFound />
                  </Suspense>
                </RouteBoundary>
              }
            />
          </Route>
          <Route path="flashcards" element={screen(<FlashcardsPage />, true)} />
          <Route path="flashcards/:topicId" element={screen(<FlashcardsPage />, true)} />
          <Route path="review" element={screen(<Review />, true)} />
          <Route path="weak/drill" element={screen(<Drill />, true)} />
          <Route path="quiz/:attemptId" element={screen(<QuizPage />, true)} />
          <Route path="exam/:attemptId" element={screen(<ExamPage />, true)} />
        </Routes>
      </MasteryBehindContext>
      <SaveNotice />
      {keysOpen && (
        <Boundary fallback={() => null}>
          <Suspense>
            <WithStudyTexts>
              <KeysDialog onClose={() => setKeysOpen(false)} />
            </WithStudyTexts>
          </Suspense>
        </Boundary>
      )}
    </LinkContext>
  )
}
