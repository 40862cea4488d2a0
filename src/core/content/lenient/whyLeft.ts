import type { LeftReason } from './notesReport.ts'

/** The reason for a line of text that names no term. */
export const whyLeft = (text: string): LeftReason => {
  const line = text.trim()
  if (/^!\[[^\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)$|^!\[\[[^\]]*\]\]$/.test(line)) return 'image'
  if (/^<?https?:\/\/\S+$|^@\[\w+\]\(\S+\)$/.test(line)) return 'link'
  return /==[^=\s][^=]*==/.test(line) ? 'cloze' : 'prose'
}
