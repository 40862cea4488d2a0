import type { Text } from 'mdast'
import type { Place } from './problems.ts'
import { placeOf } from './scope.ts'

/**
 * A text node as our own syntax is read from it: `mask` is as long as `value`,
 * with a null in place of whatever was escaped, so that a match in the mask is
 * syntax and its index serves for both.
 */
export interface TextSyntax {
  readonly value: string
  readonly mask: string
  readonly placeAt: (index: number) => Place
}

export const textSyntax = (node: Text): TextSyntax => {
  const value = node.value
  const pieces = node.data?.pieces ?? []
  const first = pieces[0]
  // The parser cuts the space after `[x]` off the value and moves the node's start, not the pieces; a line break before the first is no piece.
  const origin = first === undefined ? 0 : first.offset - first.at
  const cut = first === undefined ? 0 : Math.max(0, (node.position?.start.offset ?? origin) - origin)
  const units = value.split('')
  for (const [index, piece] of pieces.entries()) {
    if (!piece.escaped) continue
    const end = pieces[index + 1]?.at ?? value.length + cut
    for (let at = piece.at - cut; at < end - cut; at += 1) if (at >= 0 && !/[\r\n]/.test(units[at] ?? '')) units[at] = '\0'
  }
  const placeAt = (index: number): Place => {
    const at = index + cut
    let low = 0
    let high = pieces.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((pieces[middle]?.at ?? 0) <= at) low = middle
      else high = middle - 1
    }
    const piece = pieces[low]
    return piece === undefined ? placeOf(node) : { line: piece.line, column: piece.column + at - piece.at }
  }
  return { value, mask: units.join(''), placeAt }
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。「」（）・！？：；『』【】…]/u

/** A line break of the source within a sentence: a space, but none between Japanese characters. */
export const joinedLines = (text: string): string => {
  const lines = text.split(/\r\n|\r|\n/)
  const last = lines.length - 1
  return lines
    .map((line, index) => {
      const start = index === 0 ? line : line.trimStart()
      if (index === last) return start
      const words = start.trimEnd()
      const next = (lines[index + 1] ?? '').trimStart()
      return wide.test(words.slice(-1)) && wide.test(next.slice(0, 1)) ? words : `${words} `
    })
    .join('')
}
