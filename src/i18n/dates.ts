import type { Lang } from '../core/content/types.ts'
import type { Moment } from '../core/time.ts'

/** To make a format takes longer than to use it a hundred times, and a list uses the same one in every row. */
const kept = <Format>(make: (lang: Lang, options: Intl.DateTimeFormatOptions) => Format) => {
  const formats = new Map<string, Format>()
  return (lang: Lang, options: Intl.DateTimeFormatOptions = {}): Format => {
    const key = `${lang} ${JSON.stringify(options)}`
    const format = formats.get(key) ?? make(lang, options)
    formats.set(key, format)
    return format
  }
}
const dateFormat = kept((lang, options) => new Intl.DateTimeFormat(lang === 'ja' ? 'ja-JP' : 'en-GB', { ...options, timeZone: 'UTC' }))
const relativeFormat = kept((lang) => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }))

// The offset was read from this browser at that moment, so shifting by it and
// printing in UTC shows the learner's own date without asking for a time zone.
export const shown = (moment: Moment, lang: Lang, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(lang, options).format(moment.at + moment.offsetMin * 60_000)

/** 11月24日火曜日 / Tuesday 24 November. */
export const longDate = (moment: Moment, lang: Lang): string => shown(moment, lang, { weekday: 'long', day: 'numeric', month: 'long' })
/** 11月24日 21:05 / 24 Nov, 21:05. */
export const dateAndTime = (moment: Moment, lang: Lang): string =>
  shown(moment, lang, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
/** 明日, 3日後 / tomorrow, in 3 days; long spans in months and years. */
export const dayFromNow = (days: number, lang: Lang): string => {
  const format = relativeFormat(lang)
  if (Math.abs(days) < 60) return format.format(days, 'day')
  return Math.abs(days) < 730 ? format.format(Math.round(days / 30.44), 'month') : format.format(Math.round(days / 365.25), 'year')
}
