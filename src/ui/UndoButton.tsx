import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import { Key } from './Key.tsx'

/** Takes the last answer of this sitting back. */
export const UndoButton = ({ enabled, onUndo }: { enabled: boolean; onUndo: () => void }) => {
  const { t } = useTranslation()
  return (
    <button type="button" className="btn quiet" disabled={!enabled} onClick={onUndo}>
      <Icon name="undo" />
      <span className="lbl">{t('session.undo')}</span>
      <Key>u</Key>
    </button>
  )
}
