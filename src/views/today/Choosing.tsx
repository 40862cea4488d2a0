import { useTranslation } from 'react-i18next'
import type { ReviewPlan } from '../../core/schedule/planReview.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { minutesOf } from './minutesOf.ts'

/** How the items were chosen, in words. */
export const Choosing = ({ plan }: { plan: ReviewPlan }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { mode, due, entries, early, seconds } = plan
  const fresh = plan.new
  return (
    <details className="why below">
      <summary>{t('today.why', { count: entries.length })}</summary>
      <p className="num">
        {sentences(
          lang,
          mode.kind === 'exam' ? t('today.modeExam') : t('today.modeDue', { target: Math.round(mode.target * 100) }),
          due > 0 && t('today.whyDue', { count: due }),
          fresh > 0 && t('today.whyNew', { count: fresh }),
          early > 0 && t('today.whyEarly', { count: early }),
          t('today.whyText', { minutes: minutesOf(seconds) }),
        )}
      </p>
    </details>
  )
}
