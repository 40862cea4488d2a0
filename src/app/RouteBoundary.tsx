import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Alone } from '../ui/Alone.tsx'
import { Boundary } from '../ui/Boundary.tsx'
import { useProgress } from '../stores/StudyProvider.tsx'

/** A screen that broke says so, keeps the way to the others open, and gives the history as a file. `alone`: it has no frame around it. */
export const RouteBoundary = ({ alone, children }: { alone: boolean; children: ReactNode }) => {
  const { pathname } = useLocation()
  return (
    <Boundary
      key={pathname}
      fallback={(error) =>
        alone ? (
          <Alone>
            <Broken error={error} />
          </Alone>
        ) : (
          <Broken error={error} />
        )
      }
    >
      {children}
    </Boundary>
  )
}

// A chunk that cannot be fetched: offline, or a new version replaced the files of this one.
const isFetchFailure = (error: Error): boolean => /dynamically imported module|Importing a module|module script/i.test(error.message)

const Broken = ({ error }: { error: Error }) => {
  const { t } = useTranslation()
  const download = useProgress((state) => state.download)
  const fetching = isFetchFailure(error)
  return (
    <div className="page" role="alert">
      <title>{t('title.page', { name: t('broken.title') })}</title>
      <div className="pagehead">
        <h1>{t(fetching ? 'broken.fetchTitle' : 'broken.title')}</h1>
      </div>
      <p className="muted about">{t(fetching ? 'broken.fetchText' : 'broken.text')}</p>
      {!fetching && <pre className="codeblock">{error.message}</pre>}
      <p className="ways">
        <button type="button" className="btn primary" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </button>
        <button type="button" className="btn" onClick={() => void download()}>
          {t('broken.history')}
        </button>
        <a className="btn" href={import.meta.env.BASE_URL}>
          {t('missing.toToday')}
        </a>
      </p>
    </div>
  )
}
