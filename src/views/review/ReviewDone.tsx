import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { planReview } from '../../core/schedule/planReview.ts'
import { studyDay } from '../../core/time.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { Empty } from '../../ui/Empty.tsx'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import type { Frame } from './reviewItemProps.ts'

/** The end of a sitting, or a sitting with nothing in it: what was done and when the next is due. */
export const ReviewDone = ({ frame, answered }: { frame: Frame; answered: number }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (answered > 0) heading.current?.focus()
  }, [answered])
  const moment = now()
  const { nextDueDay } = planReview(progress, catalog.links, moment)
  const when = nextDueDay === null ? null : dayFromNow(nextDueDay - studyDay(moment.at, moment.offsetMin), lang)
  return (
    <SessionFrame
      {...frame}
      bar={
        <Link className="btn primary big show" to="/">
          {t('review.toToday')}
        </Link>
      }
    >
      <title>{t('title.page', { name: t('nav.review') })}</title>
      <div className="col">
        <h1 className="sr" ref={heading} tabIndex={-1}>
          {t('nav.review')}
        </h1>
        <Empty
          stone
          title={t(answered > 0 ? 'review.done' : 'review.nothing')}
          action={
            <Link className="btn" to="/topics">
              {t('review.read')}
            </Link>
          }
        >
          {answered > 0 && t('review.answered', { count: answered })}{' '}
          {when === null ? t('review.nothingYet') : t('today.nextDue', { when })}
        </Empty>
      </div>
    </SessionFrame>
  )
}
