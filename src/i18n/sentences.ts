import type { Lang } from '../core/content/types.ts'

/** Sentences one after the other; Japanese has no space between them. */
export const sentences = (lang: Lang, ...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false).join(lang === 'ja' ? '' : ' ')
