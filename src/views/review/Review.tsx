import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { planReview } from '../../core/schedule/planReview.ts'
import { startReview } from '../../core/schedule/reviewSession.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { extraMinutes, ReviewDone } from './ReviewDone.tsx'
import { Sitting } from './Sitting.tsx'

/**
 * One sitting of spaced repetition.
 * `?more`: the learner goes on although the day's minutes are spent, or there are none today.
 */
export const Review = () => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const [search] = useSearchParams()
  return (
    <Sitting
      name={t('nav.review')}
      leaveTo="/"
      start={() => startReview(planReview(progress, catalog.links, now(), search.has('more') ? extraMinutes : 0).entries)}
      goesBackTo={() => true}
      done={(frame, session, extend) => <ReviewDone frame={frame} session={session} onGoOn={extend} />}
    />
  )
}
