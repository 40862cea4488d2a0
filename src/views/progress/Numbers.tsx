import { useTranslation } from 'react-i18next'
import type { CountedDay } from '../../core/statistics/countedDays.ts'
import { sumOfDays } from '../../core/statistics/countedDays.ts'
import { retentionByMaturity } from '../../core/statistics/retention.ts'
import type { StudyDay } from '../../core/time.ts'

/** Three numbers of what was done. `all` and `days`: what was counted ever and in the period. */
export const Numbers = ({ all, days, today }: { all: readonly CountedDay[]; days: readonly CountedDay[]; today: StudyDay }) => {
  const { t } = useTranslation()
  const week = sumOfDays(all.filter(({ day }) => day > today - 7))
  const sum = sumOfDays(days)
  const { share } = retentionByMaturity(sum).both
  return (
    <div className="numbers">
      <dl className="stats">
        <div>
          <dt>{t('progress.numbers.week')}</dt>
          <dd>{week.answers}</dd>
        </div>
        <div>
          <dt>{t('progress.numbers.seconds')}</dt>
          <dd>
            {sum.answers === 0 ? t('progress.noValue') : Math.round(sum.tookMs / sum.answers / 1000)}
            {sum.answers > 0 && <small>{t('progress.seconds')}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('progress.numbers.recalled')}</dt>
          <dd>
            {share === null ? t('progress.noValue') : Math.round(100 * share)}
            {share !== null && <small>%</small>}
          </dd>
        </div>
      </dl>
      <details className="why">
        <summary>{t('progress.numbers.why')}</summary>
        <p>{t('progress.numbers.whyText')}</p>
      </details>
    </div>
  )
}
