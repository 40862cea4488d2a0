import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ContentError } from '../../core/content/types.ts'

/** `file:line:column code message`, and the hint below it. */
export const errorText = ({ file, line, column, code, message, hint }: ContentError): string =>
  `${file}:${line}:${column} ${code} ${message}\n    ${hint}`

/** Where an error's file lies; a shown path begins with the name of the content folder. */
export const pathOf = (error: ContentError, folder: string): string => join(folder, error.file.split('/').slice(1).join('/'))

/** The lines around an error with a caret below its column, or undefined when the file is gone. */
export const sourceFrame = async (error: ContentError, folder: string): Promise<string | undefined> => {
  const text = await readFile(pathOf(error, folder), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const first = Math.max(1, error.line - 2)
  const last = Math.min(lines.length, error.line + 2)
  const width = String(last).length
  // A long line is cut around the column, or the overlay shows nothing else.
  const cut = Math.max(0, error.column - 60)
  const shown = (line: string) => line.slice(cut, cut + 120).replace(/\t/g, ' ')
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .flatMap((number) => {
      const row = `${number === error.line ? '>' : ' '} ${String(number).padStart(width)} | ${shown(lines[number - 1] ?? '')}`
      return number === error.line ? [row, `  ${' '.repeat(width)} | ${' '.repeat(error.column - 1 - cut)}^`] : [row]
    })
    .join('\n')
}
