import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from './Empty.tsx'

/** A page for something that is not there: what was looked for, and where to go. */
export const Missing = ({ title, text, children }: { title: string; text: string; children: ReactNode }) => {
  const { t } = useTranslation()
  return (
    <div className="page">
      <title>{t('title.page', { name: title })}</title>
      <h1 className="sr">{title}</h1>
      <Empty title={title} action={children}>
        {text}
      </Empty>
    </div>
  )
}
