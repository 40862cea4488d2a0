import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { targetPercents } from '../../core/schedule/planLimits.ts'
import { simulatedDays, type Workload, workloads } from '../../core/schedule/workloads.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'

/** Any other would do as well; the same one each time gives the same table. */
const seed = 1

/** What each target retention costs in minutes and holds in facts: simulated when it is opened. `percent`: the target that holds now. */
export const StudyPlanCosts = ({ percent, minutesPerDay }: { percent: number; minutesPerDay: number }) => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const [isOpen, setIsOpen] = useState(false)
  const [costs, setCosts] = useState<readonly Workload[] | null>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    const targets = [...new Set([...targetPercents, percent])].sort((a, b) => a - b).map((each) => each / 100)
    // After the paint that says so: some tens of milliseconds for a large catalogue.
    const counting = setTimeout(() => setCosts(workloads(progress, catalog.links, now(), targets, seed)))
    return () => clearTimeout(counting)
  }, [isOpen, progress, percent, catalog, now])
  return (
    <details className="why costs" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('plan.costs')}</summary>
      <p>{t('plan.costsText', { count: simulatedDays })}</p>
      {costs === null ? (
        <p role="status">{t('plan.counting')}</p>
      ) : (
        <table className="num">
          <thead>
            <tr>
              <th scope="col">{t('plan.costsTarget')}</th>
              <th scope="col">{t('plan.costsMinutes')}</th>
              <th scope="col">{t('plan.costsHeld')}</th>
            </tr>
          </thead>
          <tbody>
            {costs.map((cost) => {
              const each = Math.round(cost.target * 100)
              const count = Math.round(cost.minutesPerDay * 10) / 10
              return (
                <tr key={each} aria-current={each === percent ? 'true' : undefined}>
                  <th scope="row">{t(each === percent ? 'plan.nowUsed' : 'plan.percent', { percent: each })}</th>
                  <td>
                    {count > minutesPerDay ? t('plan.costBeyond', { count, minutes: minutesPerDay }) : t('plan.costMinutes', { count })}
                  </td>
                  <td>{Math.round(cost.held)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </details>
  )
}
