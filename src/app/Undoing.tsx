import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'react-router'
import type { Act } from '../core/history/acts.ts'
import { useProgress, useStudy } from '../stores/StudyProvider.tsx'
import { Boundary } from '../ui/Boundary.tsx'
import { useKeys } from '../ui/useKeys.ts'
import type { News } from './UndoNews.tsx'
import { WithStudyTexts } from './WithStudyTexts.tsx'

const UndoNews = lazy(async () => ({ default: (await import('./UndoNews.tsx')).UndoNews }))

/** Undo and redo by key on the screens that are not sessions. The history has its own. */
export const Undoing = () => {
  const { pathname } = useLocation()
  const { progressStore } = useStudy()
  const eventCount = useProgress((state) => state.progress.eventCount)
  const undo = useProgress((state) => state.undo)
  const redo = useProgress((state) => state.redo)
  const [told, setTold] = useState<{ news: News; path: string; eventCount: number } | null>(null)
  const tell = (way: News['way'], act: Act | undefined): void =>
    setTold({ news: { way, act }, path: pathname, eventCount: progressStore.getState().progress.eventCount })
  const takeBack = (): void => tell('tookBack', undo())
  const bringBack = (): void => tell('broughtBack', redo())
  useKeys(pathname === '/history' ? {} : { u: takeBack, 'mod+z': takeBack, 'mod+shift+z': bringBack, 'mod+y': bringBack })
  // On another screen, or once something else was done, it is no longer news.
  const news = told?.path === pathname && told.eventCount === eventCount ? told.news : null
  return (
    <div role="status">
      {/* What tells of it may be out of reach; what was undone is undone all the same. */}
      <Boundary fallback={() => null}>
        <Suspense>
          {news !== null && (
            <WithStudyTexts>
              <UndoNews news={news} onRedo={bringBack} onClose={() => setTold(null)} />
            </WithStudyTexts>
          )}
        </Suspense>
      </Boundary>
    </div>
  )
}
