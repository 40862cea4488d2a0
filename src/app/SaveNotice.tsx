import { useTranslation } from 'react-i18next'
import { useProgress } from '../stores/StudyProvider.tsx'

/** Stays while answers are on screen only: what happened, how many, and two ways out. */
export const SaveNotice = () => {
  const { t } = useTranslation()
  const failure = useProgress((state) => state.failure)
  const unsaved = useProgress((state) => state.unsaved.length)
  const save = useProgress((state) => state.save)
  const load = useProgress((state) => state.load)
  const download = useProgress((state) => state.download)
  if (failure === null) return null
  const retry = (): void => {
    void load().then(save)
  }
  return (
    <div className="toast">
      <p>
        {/* The count changes with every answer and is not said again each time. */}
        <span role="alert">{t(`storage.${failure.reason}`)}</span> {unsaved > 0 && t('storage.held', { count: unsaved })}
      </p>
      <button type="button" onClick={retry}>
        {t('storage.retry')}
      </button>
      {unsaved > 0 && (
        <button type="button" onClick={() => void download()}>
          {t('storage.file')}
        </button>
      )}
    </div>
  )
}
