import { useTranslation } from 'react-i18next'
import { useProgress } from '../stores/StudyProvider.tsx'

/** Stays while answers are on screen only: what happened, how many, and two ways out. And while the history is counted anew: how far that is. */
export const SaveNotice = () => {
  const { t } = useTranslation()
  const failure = useProgress((state) => state.failure)
  const unsaved = useProgress((state) => state.unsaved.length)
  const replaying = useProgress((state) => state.replaying)
  const save = useProgress((state) => state.save)
  const load = useProgress((state) => state.load)
  const download = useProgress((state) => state.download)
  // A log that is being read again has recovered from what kept it from being read.
  if (replaying !== null && unsaved === 0) {
    return (
      <div className="toast late">
        <p>
          {/* The share changes all the time and is not said again each time. */}
          <span role="status">{t('storage.replaying')}</span> <span className="num">{Math.round(replaying * 100)}%</span>
        </p>
      </div>
    )
  }
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
