import type { Place, ProblemCode } from './problems.ts'

/**
 * What the Markdown parser can take within about a second on a small machine.
 * Its time grows with the square of the signs within one paragraph and of the
 * items of one list, with the product of quotes and lists and what stands
 * before them, with the cube of nested containers, and with the number of signs
 * in all: a text of honest prose is far from each.
 */
const limits = {
  characters: 200_000,
  /** Signs in the whole text. */
  signs: 14_000,
  /** What grows faster than the text, in pairs of signs that the parser may look at. */
  pairs: 20_000_000,
  /** Quotes and list markers at the beginning of one line. */
  markers: 24,
  /** Directives that stand open at once. */
  directives: 8,
} as const

export interface Refusal extends Place {
  readonly code: ProblemCode
  readonly message: string
}

interface Markers {
  readonly count: number
  /** The sign of the first; `.` or `)` of a number. */
  readonly first: string
}

const markersOf = (line: string): Markers => {
  let count = 0
  let first = ''
  for (let at = 0; at < line.length && count <= limits.markers; ) {
    const marker = /^(?:>|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$))/.exec(line.slice(at, at + 12))?.[0]
    if (marker !== undefined) {
      count += 1
      at += marker.length
      if (first === '') first = marker.slice(-1)
    } else if (line[at] === ' ' || line[at] === '\t') at += 1
    else break
  }
  return { count, first }
}

const signsIn = (line: string): number => line.match(/[[\]*_~`<>&|!\\={}]/g)?.length ?? 0
const indentOf = (line: string): number => /^\s*/.exec(line)?.[0].length ?? 0

/** Says why a text would take too long, and where; undefined for a text that can be compiled. Linear in its length. */
export const tooHeavy = (text: string): Refusal | undefined => {
  if (text.length > limits.characters)
    return { line: 1, column: 1, code: 'too-large', message: `The file has ${text.length} characters; ${limits.characters} is the most.` }
  let signs = 0
  let pairs = 0
  let paragraph = 0
  let list = 0
  let directives = 0
  let lastMarker = ''
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const refuse = (code: ProblemCode, message: string): Refusal => ({ line: index + 1, column: 1, code, message })
    const markers = markersOf(line)
    const isBlank = line.trim() === ''
    const opens = /^[\s>]*:{3,}[^\s:]/.test(line)
    if (markers.count > limits.markers) return refuse('too-deep', `More than ${limits.markers} quotes and lists nest on one line.`)
    if (/^\s*:{3,}\s*$/.test(line)) directives = Math.max(0, directives - 1)
    if (opens) directives += 1
    if (directives > limits.directives) return refuse('too-deep', `More than ${limits.directives} directives stand open at once.`)
    const own = signsIn(line)
    // A line that begins a block costs something by itself, and one that is indented goes through every list that it may belong to.
    const beginsBlock = markers.count > 0 || /^\s*(?:[#:`~=-]|$)/.test(line)
    signs += own + (beginsBlock ? 2 : 0) + Math.max(0, Math.floor(indentOf(line) / 4) - 4)
    if (isBlank) {
      pairs += paragraph * paragraph
      paragraph = 0
    }
    paragraph += own + 1
    if (markers.count > 0) list += markers.count
    else if (/^\S/.test(line)) {
      pairs += 2 * list * list
      list = 0
    }
    if (opens || (markers.count > 0 && markers.first !== lastMarker)) pairs += 2 * signs
    if (!isBlank) lastMarker = markers.first
    if (signs > limits.signs) return refuse('too-dense', `The text up to here has more than ${limits.signs} signs of Markdown.`)
    if (pairs + paragraph * paragraph + 2 * list * list > limits.pairs)
      return refuse('too-dense', 'A paragraph, a list or the number of lists and quotes is too large.')
  }
  return undefined
}
