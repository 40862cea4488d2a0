import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'

/** Whether what is on screen is also in storage. */
export const SavedMark = ({ state }: { state: 'saved' | 'saving' | 'notSaved' }) => {
  const { t } = useTranslation()
  return (
    <span className="saved lbl" data-state={state}>
      {state === 'saved' && <Icon name="check" />}
      {t(`session.${state}`)}
    </span>
  )
}
