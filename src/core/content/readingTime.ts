import { plainBlocks } from './plainText.ts'
import type { Lang, Section } from './types.ts'

/** Characters of Japanese and words of English that an adult reads of technical prose in a minute: common round figures, our choice. */
const pace = { ja: 450, en: 200 } as const

/** Minutes that the prose takes to read, at least one; items are not counted. */
export const readingMinutes = (sections: readonly Section[], lang: Lang): number => {
  const text = sections.map((section) => plainBlocks(section.blocks)).join('\n')
  const amount = lang === 'ja' ? text.replace(/\s+/g, '').length : (text.match(/\S+/g)?.length ?? 0)
  return Math.max(1, Math.round(amount / pace[lang]))
}
