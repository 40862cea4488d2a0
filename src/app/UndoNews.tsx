import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Act } from '../core/history/acts.ts'
import { useProgress } from '../stores/StudyProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import { ActWords } from '../views/history/ActWords.tsx'

export interface News {
  readonly way: 'tookBack' | 'broughtBack'
  /** Undefined where there was nothing to take back or to bring back. */
  readonly act: Act | undefined
}

/** What undo or redo by key did, with the way back and the way to the whole history. */
export const UndoNews = ({ news, onRedo, onClose }: { news: News; onRedo: () => void; onClose: () => void }) => {
  const { t } = useTranslation()
  const progress = useProgress((state) => state.progress)
  const among = { events: progress.tail, base: progress.base, isAll: progress.base === null }
  return (
    <div className="toast undoing">
      <div className="told">
        {news.act === undefined ? (
          t(news.way === 'tookBack' ? 'undo.nothing' : 'undo.nothingToRedo')
        ) : (
          <>
            {t(`undo.${news.way}`)} <ActWords act={news.act} among={among} brief />
          </>
        )}
      </div>
      {news.act !== undefined && news.way === 'tookBack' && (
        <button type="button" onClick={onRedo}>
          {t('keys.redo')}
        </button>
      )}
      <Link to="/history">{t('history.title')}</Link>
      <button type="button" aria-label={t('keys.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  )
}
