import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useData } from '../../stores/StudyProvider.tsx'

/** One thing to do with the data: what it is, the way to do it, and below what it came to. */
export const DataRow = ({
  title,
  about,
  actions,
  share,
  doing,
  canStop = false,
  said,
  children,
}: {
  title: string
  about: ReactNode
  actions?: ReactNode
  /** Of the task under way; `null`: none is. */
  share?: number | null
  /** What is under way, in words. */
  doing?: string
  canStop?: boolean
  /** What the last task came to; read out when it changes. */
  said?: ReactNode
  children?: ReactNode
}) => {
  const { t } = useTranslation()
  const stop = useData((state) => state.stop)
  return (
    <div>
      <div className="aboutdata">
        <h3>{title}</h3>
        {about}
      </div>
      {actions !== undefined && <div className="ways">{actions}</div>}
      {typeof share === 'number' && (
        <div className="doing wide">
          <progress aria-label={doing ?? title} max={1} value={share} />
          <span className="num meta">{t('data.share', { percent: Math.round(share * 100) })}</span>
          {canStop && (
            <button type="button" className="btn" onClick={stop}>
              {t('data.stop')}
            </button>
          )}
        </div>
      )}
      <div className="said wide" role="status">
        {said}
      </div>
      {children}
    </div>
  )
}
