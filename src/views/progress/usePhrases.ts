import { useTranslation } from 'react-i18next'
import { dateOfDay, type LocalDate, type StudyDay } from '../../core/time.ts'
import { fullDate, shortDate } from '../../i18n/calendarDates.ts'
import { useLang } from '../../i18n/useLang.ts'

/** Values in words, in the language shown. */
export const usePhrases = () => {
  const { t } = useTranslation()
  const lang = useLang()
  return {
    /** `null`: nothing is known. */
    share: (share: number | null): string =>
      share === null ? t('progress.noValue') : t('progress.percent', { percent: Math.round(100 * share) }),
    range: (low: number, high: number): string => t('progress.range', { low: Math.round(100 * low), high: Math.round(100 * high) }),
    time: (ms: number): string => {
      const minutes = Math.round(ms / 60_000)
      return minutes < 60
        ? t('progress.minutes', { minutes })
        : t('progress.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
    },
    mark: (name: string, value: string): string => t('progress.mark', { name, value }),
    day: (day: StudyDay): string => fullDate(dateOfDay(day), lang),
    shortDay: (day: StudyDay): string => shortDate(dateOfDay(day), lang),
    date: (date: LocalDate): string => fullDate(date, lang),
    shortDate: (date: LocalDate): string => shortDate(date, lang),
  }
}
