import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import { LinkContext } from './LinkContext.tsx'

/** Leaves a session; what was answered stays. */
export const LeaveLink = ({ to }: { to: string }) => {
  const { t } = useTranslation()
  const LinkPart = useContext(LinkContext)
  return (
    <LinkPart href={to} className="btn quiet">
      <Icon name="close" />
      <span className="lbl">{t('session.leave')}</span>
    </LinkPart>
  )
}
