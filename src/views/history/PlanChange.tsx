import { useTranslation } from 'react-i18next'
import { assertNever } from '../../core/assertNever.ts'
import type { PlanPart } from '../../core/history/planChange.ts'
import type { StudyPlan } from '../../core/schedule/studyPlan.ts'
import { fullDate, weekdayName } from '../../i18n/calendarDates.ts'
import { useLang } from '../../i18n/useLang.ts'

/** A change of the study plan as one line: which parts, and what they are now. */
export const PlanChange = ({ before, after, parts }: { before: StudyPlan | undefined; after: StudyPlan; parts: readonly PlanPart[] }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const and = t('history.and')
  const words = (part: PlanPart): string => {
    switch (part) {
      case 'examDate':
        return after.examDate === null ? t('history.noExam') : t('history.exam', { date: fullDate(after.examDate, lang) })
      case 'minutesPerDay':
        return t('history.minutes', { count: after.minutesPerDay })
      case 'targetRetention':
        return after.targetRetention === null
          ? t('history.targetAutomatic')
          : t('history.target', { percent: Math.round(after.targetRetention * 100) })
      case 'newPerDay':
        return after.newPerDay === null ? t('history.newUnlimited') : t('history.newPerDay', { count: after.newPerDay })
      case 'reviewsPerDay':
        return after.reviewsPerDay === null ? t('history.reviewsUnlimited') : t('history.reviewsPerDay', { count: after.reviewsPerDay })
      case 'weekdaysOff':
        return after.weekdaysOff.length === 0
          ? t('history.noWeekdaysOff')
          : t('history.weekdaysOff', { days: after.weekdaysOff.map((day) => weekdayName(day, lang, 'short')).join(and) })
      case 'datesOff':
        return datesOff()
      case 'afterExam':
        return t(`history.after.${after.afterExam?.choice ?? 'open'}`)
      default:
        return assertNever(part)
    }
  }
  const datesOff = (): string => {
    const dates = (from: readonly string[], without: readonly string[]): string =>
      from
        .filter((date) => !without.includes(date))
        .map((date) => fullDate(date, lang))
        .join(and)
    const added = dates(after.datesOff, before?.datesOff ?? [])
    const removed = dates(before?.datesOff ?? [], after.datesOff)
    return [
      ...(added === '' ? [] : [t('history.datesOff', { dates: added })]),
      ...(removed === '' ? [] : [t('history.datesOn', { dates: removed })]),
      ...(added === '' && removed === '' ? [t('history.noDatesOff')] : []),
    ].join(and)
  }
  return parts.length === 0 ? t('history.samePlan') : t('history.planned', { changes: parts.map(words).join(and) })
}
