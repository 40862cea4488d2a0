import type { Lang } from '../core/content/types.ts'
import type { LocalDate, Moment } from '../core/time.ts'
import { dayFromNow, shown } from './dates.ts'

/** 21:05, in both languages. */
export const timeOfDay = (moment: Moment, lang: Lang): string => shown(moment, lang, { hour: '2-digit', minute: '2-digit' })
/** 2026年12月20日 / 20 December 2026. */
export const fullDate = (date: LocalDate, lang: Lang): string =>
  shown({ at: new Date(date).getTime(), offsetMin: 0 }, lang, { day: 'numeric', month: 'long', year: 'numeric' })
/** 11月24日 / 24 Nov. */
export const shortDate = (date: LocalDate, lang: Lang): string =>
  shown({ at: new Date(date).getTime(), offsetMin: 0 }, lang, { day: 'numeric', month: 'short' })
/** 11月 / Nov. */
export const monthName = (date: LocalDate, lang: Lang): string =>
  shown({ at: new Date(date).getTime(), offsetMin: 0 }, lang, { month: 'short' })
/** 日曜日 / Sunday for 0; short: 日 / Sun. */
export const weekdayName = (weekday: number, lang: Lang, weekdayStyle: 'long' | 'short'): string =>
  // The fourth day of the count was a Sunday.
  shown({ at: (3 + weekday) * 86_400_000, offsetMin: 0 }, lang, { weekday: weekdayStyle })
/** 今, 5分前, 3時間前 / now, 5 minutes ago, 3 hours ago; from a day on as `dayFromNow`. */
export const timeAgo = (ms: number, lang: Lang): string => {
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  const minutes = Math.max(0, Math.round(ms / 60_000))
  if (minutes < 1) return format.format(0, 'second')
  if (minutes < 60) return format.format(-minutes, 'minute')
  return minutes < 24 * 60 ? format.format(-Math.round(minutes / 60), 'hour') : dayFromNow(-Math.round(minutes / (24 * 60)), lang)
}
