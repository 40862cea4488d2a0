import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Missing } from '../ui/Missing.tsx'

export const NotFound = () => {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <Missing title={t('missing.page')} text={t('missing.pageText', { path: pathname })}>
      <p className="ways">
        <Link className="btn primary" to="/">
          {t('missing.toToday')}
        </Link>
        <Link className="btn" to="/topics">
          {t('missing.toTopics')}
        </Link>
      </p>
    </Missing>
  )
}
