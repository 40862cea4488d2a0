import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { targetPercents } from '../../core/schedule/planLimits.ts'
import { studyMode, targetOf } from '../../core/schedule/studyMode.ts'
import type { PlanRowProps } from './planRowProps.ts'
import { StudyPlanCosts } from './StudyPlanCosts.tsx'

const automatic = 'automatic'

/** Recall at which facts come back, and what each value costs. */
export const StudyPlanTarget = ({ plan, today, onChange }: PlanRowProps) => {
  const { t } = useTranslation()
  const about = useId()
  const { targetRetention, minutesPerDay } = plan
  const own = targetRetention === null ? null : Math.round(targetRetention * 100)
  const percents = own === null ? targetPercents : [...new Set([...targetPercents, own])].sort((a, b) => a - b)
  const byItself = Math.round(targetOf({ targetRetention: null, minutesPerDay }) * 100)
  return (
    <div>
      <div>
        <h3>{t('plan.target')}</h3>
        <div id={about}>
          <p>{t('plan.targetText')}</p>
          {studyMode(plan, today).kind === 'exam' && <p>{t('plan.targetIdle')}</p>}
        </div>
      </div>
      <select
        className="field num"
        aria-label={t('plan.target')}
        aria-describedby={about}
        value={own ?? automatic}
        onChange={({ target }) => onChange({ targetRetention: target.value === automatic ? null : Number(target.value) / 100 })}
      >
        <option value={automatic}>{t('plan.targetAutomatic', { percent: byItself })}</option>
        {percents.map((percent) => (
          <option key={percent} value={percent}>
            {t('plan.percent', { percent })}
          </option>
        ))}
      </select>
      <StudyPlanCosts percent={own ?? byItself} minutesPerDay={minutesPerDay} />
    </div>
  )
}
