import { useTranslation } from 'react-i18next'
import { dateOfDay, type Moment, studyDay } from '../../core/time.ts'
import { fullDate } from '../../i18n/calendarDates.ts'
import { useLang } from '../../i18n/useLang.ts'
import type { ReadHistory } from './useActs.ts'

/** The foot of the list: the ways to newer and older acts, and what is known of those that were not read yet. */
export const Paging = ({
  page,
  found,
  hasOlder,
  state,
  oldest,
  onTurn,
  onLookOn,
}: {
  page: number
  found: number
  hasOlder: boolean
  state: ReadHistory['state']
  /** The oldest event that was read. */
  oldest: Moment | undefined
  onTurn: (page: number) => void
  onLookOn: () => void
}) => {
  const { t } = useTranslation()
  const lang = useLang()
  const failed = typeof state === 'object'
  return (
    <div className="paging">
      <p className="muted" role="status">
        {state === 'reading' && t('history.reading')}
        {state === 'enough' && found === 0 && t('history.none')}
        {state === 'stopped' &&
          oldest !== undefined &&
          t('history.stopped', { date: fullDate(dateOfDay(studyDay(oldest.at, oldest.offsetMin)), lang) })}
      </p>
      {failed && (
        <p className="problem" role="alert">
          {t(`storage.${state.reason}`)}
        </p>
      )}
      <p className="ways">
        {page > 0 && (
          <button type="button" className="btn" onClick={() => onTurn(page - 1)}>
            {t('history.newer')}
          </button>
        )}
        {hasOlder && (
          <button type="button" className="btn" onClick={() => onTurn(page + 1)}>
            {t('history.older')}
          </button>
        )}
        {(state === 'stopped' || failed) && (
          <button type="button" className="btn" onClick={onLookOn}>
            {t(failed ? 'storage.retry' : 'history.lookOn')}
          </button>
        )}
      </p>
    </div>
  )
}
