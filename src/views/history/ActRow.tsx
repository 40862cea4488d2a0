import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedAct } from '../../core/history/listedActs.ts'
import { timeOfDay } from '../../i18n/calendarDates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { ActWords, type Surroundings } from './ActWords.tsx'

/** One act: what, when, on which device, whether it counts, and the way to change that. */
export const ActRow = ({
  listed: { act, undoneWith },
  among,
  ago,
  onTakeBack,
  onBringBack,
}: {
  listed: ListedAct
  among: Surroundings
  /** How long ago it was, where the day does not say enough. */
  ago: string | undefined
  onTakeBack: () => void
  onBringBack: () => void
}) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { device } = useStudy()
  const devices = useProgress((state) => state.progress.latestAt.size)
  const what = useId()
  const [first] = act.events
  if (first === undefined) return null
  const isUndone = act.undos.length > 0
  const isOwn = first.device === device
  return (
    <li className="act" data-undone={isUndone ? '' : undefined}>
      <div>
        <div id={what} className="what">
          <ActWords act={act} among={among} />
        </div>
        <p className="meta num">
          <time dateTime={new Date(first.at).toISOString()}>{timeOfDay(first, lang)}</time>
          {ago !== undefined && <span>{ago}</span>}
          {(devices > 1 || !isOwn) && <span>{t(isOwn ? 'history.thisDevice' : 'history.otherDevice')}</span>}
          {isUndone && <b>{t('history.undone')}</b>}
        </p>
        {undoneWith !== null && (
          <div className="meta with">
            {t('history.undoneWith')} <ActWords act={undoneWith} among={among} brief />
          </div>
        )}
      </div>
      {undoneWith === null && (
        <button type="button" className="linkbtn" aria-describedby={what} onClick={isUndone ? onBringBack : onTakeBack}>
          {t(isUndone ? 'history.bringBack' : 'history.takeBack')}
        </button>
      )}
    </li>
  )
}
