import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { planReview, type QueueEntry, restReason } from '../../core/schedule/planReview.ts'
import { notInSitting, type ReviewSession } from '../../core/schedule/reviewSession.ts'
import { studyDay } from '../../core/time.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { Empty } from '../../ui/Empty.tsx'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import type { Frame } from './reviewItemProps.ts'

/** One more helping for who has time left. */
export const extraMinutes = 10

interface ReviewDoneProps {
  readonly frame: Frame
  readonly session: ReviewSession
  readonly onGoOn: (entries: readonly QueueEntry[]) => void
}

/** The end of a sitting, or a sitting with nothing in it: what was done, when the next is due, and going on. */
export const ReviewDone = ({ frame, session, onGoOn }: ReviewDoneProps) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const { answered } = session
  const heading = useRef<HTMLHeadingElement>(null)
  const hasPassed = session.position > 0
  useEffect(() => {
    if (hasPassed) heading.current?.focus()
  }, [hasPassed])
  const { plan, more, today } = useMemo(() => {
    const moment = now()
    return {
      plan: planReview(progress, catalog.links, moment),
      more: planReview(progress, catalog.links, moment, extraMinutes),
      today: studyDay(moment.at, moment.offsetMin),
    }
  }, [progress, catalog.links, now])
  const { nextDueDay, leeches, mode } = plan
  const further = notInSitting(session, more.entries)
  const beyond = further.length === 0 ? 0 : further.length + more.beyond
  const reason = restReason(plan)
  const isOver = nextDueDay === null && beyond === 0
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
            further.length > 0 ? (
              <button type="button" className="btn" onClick={() => onGoOn(further)}>
                {t('review.goOn', { count: extraMinutes })}
              </button>
            ) : (
              <Link className="btn" to="/topics">
                {t('review.read')}
              </Link>
            )
          }
        >
          {sentences(
            lang,
            answered > 0 && t('review.answered', { count: answered }),
            answered === 0 && reason !== 'nothing' && t(`today.${reason}`),
            nextDueDay !== null && t('today.nextDue', { when: dayFromNow(nextDueDay - today, lang) }),
            beyond > 0 && t('review.beyond', { count: beyond }),
            isOver && mode.kind === 'exam' && mode.daysLeft <= 1 && t('today.nothingNew'),
            isOver && t('today.nothingLeft'),
          )}
        </Empty>
        {leeches.length > 0 && (
          <p className="muted leechline">
            {t('today.leeches', { count: leeches.length })} <Link to="/leeches">{t('today.leechesLink')}</Link>
          </p>
        )}
      </div>
    </SessionFrame>
  )
}
