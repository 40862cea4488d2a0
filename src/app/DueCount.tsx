import { useTranslation } from 'react-i18next'
import { planReview } from '../core/schedule/planReview.ts'
import { useProgress, useStudy } from '../stores/StudyProvider.tsx'

/** How many items are due, beside the link to the review. */
export const DueCount = () => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const { due } = planReview(progress, catalog.links, now())
  return (
    due > 0 && (
      <span className="num meta">
        {due}
        <span className="sr"> {t('nav.due')}</span>
      </span>
    )
  )
}
