import type { Lang } from '../core/content/types.ts'
import type { LocalDate, Moment } from '../core/time.ts'

// The offset was read from this browser at that moment, so shifting by it and
// printing in UTC shows the learner's own date without asking for a time zone.
const shown = (moment: Moment, lang: Lang, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(lang === 'ja' ? 'ja-JP' : 'en-GB', { ...options, timeZone: 'UTC' }).format(moment.at + moment.offsetMin * 60_000)

/** 11月24日火曜日 / Tuesday 24 November. */
export const longDate = (moment: Moment, lang: Lang): string => shown(moment, lang, { weekday: 'long', day: 'numeric', month: 'long' })
/** 11月24日 21:05 / 24 Nov, 21:05. */
export const dateAndTime = (moment: Moment, lang: Lang): string =>
  shown(moment, lang, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
/** 21:05, in both languages. */
export const timeOfDay = (moment: Moment, lang: Lang): string => shown(moment, lang, { hour: '2-digit', minute: '2-digit' })
/** 2026年12月20日 / 20 December 2026. */
export const fullDate = (date: LocalDate, lang: Lang): string =>
  shown({ at: new Date(date).getTime(), offsetMin: 0 }, lang, { day: 'numeric', month: 'long', year: 'numeric' })
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
/** 明日, 3日後 / tomorrow, in 3 days; long spans in months and years. */
export const dayFromNow = (days: number, lang: Lang): string => {
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  if (Math.abs(days) < 60) return format.format(days, 'day')
  return Math.abs(days) < 730 ? format.format(Math.round(days / 30.44), 'month') : format.format(Math.round(days / 365.25), 'year')
}
