import type { Lang } from '../core/content/types.ts'
import type { Moment } from '../core/time.ts'
import { shown } from './dates.ts'

/** 2026年11月24日 21:05 / 24 Nov 2026, 21:05: of what may be years old. */
export const dateWithYear = (moment: Moment, lang: Lang): string =>
  shown(moment, lang, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** 0.2 kB, 4.2 MB, 42 MB: two digits where one alone would say little. */
export const dataSize = (bytes: number, lang: Lang): string => {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1))
  const value = bytes / 1000 ** (step + 1)
  return new Intl.NumberFormat(lang, { style: 'unit', unit: units[step] ?? 'kilobyte', maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  )
}

/** Several sentences as one text; Japanese sets no space between them. */
export const sentences = (lang: Lang, ...given: readonly (string | false)[]): string =>
  given.filter((sentence) => sentence !== false).join(lang === 'ja' ? '' : ' ')
