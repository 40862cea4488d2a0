import type { Lang } from '../core/content/types.ts'
import type { Moment } from '../core/time.ts'
import { shown } from './dates.ts'

/** 2026年11月24日 21:05 / 24 Nov 2026, 21:05: of what may be years old. */
export const dateWithYear = (moment: Moment, lang: Lang): string =>
  shown(moment, lang, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** 812バイト, 4.2 MB: two digits where one alone would say little. */
export const dataSize = (bytes: number, lang: Lang): string => {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** step
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value)
}
