import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Act } from '../core/history/acts.ts'
import { useProgress, useStudy } from '../stores/StudyProvider.tsx'
import { Boundary } from '../ui/Boundary.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { WithStudyTexts } from './WithStudyTexts.tsx'

const ActWords = lazy(async () => ({ default: (await import('../views/history/ActWords.tsx')).ActWords }))

interface Told {
  readonly way: 'tookBack' | 'broughtBack'
  /** Undefined where there was nothing to take back or to bring back. */
  readonly act: Act | undefined
  /** Where and when: on another screen, or once something else was done, it is no longer news. */
  readonly path: string
  readonly eventCount: number
}

/** Undo and redo by key on the screens that are not sessions, and what they did. The history has its own. */
export const Undoing = () => {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { progressStore } = useStudy()
  const progress = useProgress((state) => state.progress)
  const undo = useProgress((state) => state.undo)
  const redo = useProgress((state) => state.redo)
  const [told, setTold] = useState<Told | null>(null)
  const tell = (way: Told['way'], act: Act | undefined): void =>
    setTold({ way, act, path: pathname, eventCount: progressStore.getState().progress.eventCount })
  const takeBack = (): void => tell('tookBack', undo())
  const bringBack = (): void => tell('broughtBack', redo())
  useKeys(pathname === '/history' ? {} : { u: takeBack, 'mod+z': takeBack, 'mod+shift+z': bringBack, 'mod+y': bringBack })
  const news = told?.path === pathname && told.eventCount === progress.eventCount ? told : null
  return (
    <div className={news === null ? undefined : 'toast undoing'}>
      <div role="status">
        {news !== null && news.act === undefined && t(news.way === 'tookBack' ? 'undo.nothing' : 'undo.nothingToRedo')}
        {news?.act !== undefined && (
          <>
            {t(`undo.${news.way}`)} {/* The words of what it was may be out of reach; that it happened is said all the same. */}
            <Boundary fallback={() => null}>
              <Suspense>
                <WithStudyTexts>
                  <ActWords act={news.act} among={{ events: progress.tail, base: progress.base, isAll: progress.base === null }} brief />
                </WithStudyTexts>
              </Suspense>
            </Boundary>
          </>
        )}
      </div>
      {news !== null && (
        <>
          {news.act !== undefined && news.way === 'tookBack' && (
            <button type="button" onClick={bringBack}>
              {t('keys.redo')}
            </button>
          )}
          <Link to="/history">{t('undo.history')}</Link>
          <button type="button" aria-label={t('keys.close')} onClick={() => setTold(null)}>
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  )
}
