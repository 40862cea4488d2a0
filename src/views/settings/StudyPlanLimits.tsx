import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { mostPerDay } from '../../core/schedule/planLimits.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import type { PlanRowProps } from './planRowProps.ts'

/** Daily limits beside the minutes, for those who want them. */
export const StudyPlanLimits = ({ plan: { newPerDay, reviewsPerDay }, onChange }: PlanRowProps) => {
  const { t } = useTranslation()
  const about = useId()
  const problem = t('plan.limitRange', { max: mostPerDay })
  return (
    <div>
      <div>
        <h3>{t('plan.limits')}</h3>
        <div id={about} className="num">
          {newPerDay === null && reviewsPerDay === null && <p>{t('plan.unlimited')}</p>}
          {newPerDay !== null && <p>{t('plan.newAtMost', { count: newPerDay, weekly: newPerDay * 7 })}</p>}
          {reviewsPerDay !== null && <p>{t('plan.reviewsAtMost', { count: reviewsPerDay })}</p>}
        </div>
      </div>
      <div className="planfield stacked">
        <NumberField
          isLabelShown
          label={t('plan.newPerDay')}
          unit={t('plan.perDay')}
          value={newPerDay}
          min={0}
          max={mostPerDay}
          emptyMeans={null}
          problem={problem}
          describedBy={about}
          onChange={(count) => onChange({ newPerDay: count })}
        />
        <NumberField
          isLabelShown
          label={t('plan.reviewsPerDay')}
          unit={t('plan.perDay')}
          value={reviewsPerDay}
          min={0}
          max={mostPerDay}
          emptyMeans={null}
          problem={problem}
          describedBy={about}
          onChange={(count) => onChange({ reviewsPerDay: count })}
        />
      </div>
    </div>
  )
}
