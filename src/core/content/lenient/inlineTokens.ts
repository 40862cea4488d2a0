/** A piece of a paragraph: words, or a mark whose meaning depends on what stands after it. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  /** With its backticks. */
  | { readonly kind: 'code'; readonly text: string }
  /** A formula or an address: no mark inside has a meaning. */
  | { readonly kind: 'verbatim'; readonly text: string }
  | { readonly kind: 'linkStart' }
  | { readonly kind: 'linkEnd' }
  | { readonly kind: 'marks'; readonly char: string; readonly length: number; readonly before: string; readonly after: string }
  /** `<b>` and `<strong>`, which mean what `**` means. */
  | { readonly kind: 'boldTag'; readonly opens: boolean }

interface Match {
  readonly tokens: readonly Token[]
  readonly length: number
}

const tagNames =
  'a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|dfn|div|dl|dt|em|figure|figcaption|font|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|mark|ol|p|pre|q|rb|rp|rt|ruby|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|video|wbr'
/** Only elements that exist: in `docker stop <container>` the author means the word. */
const htmlTag = new RegExp(`<(/?)(${tagNames})(?=[\\s/>])[^<>]{0,1000}>`, 'iy')
const comment = /<!--[\s\S]{0,300}?-->/y
const autolink = /<((?:https?|ftp|mailto):[^<>\s]{1,2000})>/iy
const address = /(?:https?|ftp):\/\/[\w\-./?%&=+#~:@!$,;*[\]()]{1,2000}/iy
const shortcode = /\{\{[<%][^\n]{0,300}?[>%]\}\}|\{%[^\n]{0,300}?%\}/y
const footnote = /\[\^[^\][\s]{1,60}\]/y
const wikiLink = /!?\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\]/y
const reference = /\[[^[\]\n]{0,200}\]/y
const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp|hellip|mdash|ndash|rarr|larr));/y
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  rarr: '→',
  larr: '←',
}

/** What holds no mark, the start of an address included. */
const wordsOnly = /(?:[^`<&$*_~[\]!{\\hf]+|h(?!ttps?:)|f(?!tp:))+/iy

const matchAt = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(source)
}

/** Where the runs of backticks stand, by length: a span ends at the next run as long as its own. */
const backtickRuns = (source: string): Map<number, number[]> => {
  const runs = new Map<number, number[]>()
  if (!source.includes('`')) return runs
  for (const found of source.matchAll(/`+/g)) {
    const starts = runs.get(found[0].length) ?? []
    starts.push(found.index)
    runs.set(found[0].length, starts)
  }
  for (const starts of runs.values()) starts.reverse()
  return runs
}

/** The end of `(address "title")` that begins at `at`, or -1. Parentheses may nest three deep. */
const endOfAddress = (source: string, at: number): number => {
  let open = 0
  for (let here = at; here < source.length && here - at < 2000; here++) {
    const char = source.charAt(here)
    if (char === '\\') here++
    else if (char === '\n') return -1
    else if (char === '(' && ++open > 3) return -1
    else if (char === ')' && --open === 0) return here + 1
  }
  return -1
}

/** Cuts a paragraph into tokens, in time that grows with its length whatever stands in it. */
export const inlineTokens = (source: string): Token[] => {
  const tokens: Token[] = []
  const openBrackets: { token: number; isImage: boolean }[] = []
  const backticks = backtickRuns(source)
  let text = ''
  const push = (...more: readonly Token[]): void => {
    if (text !== '') tokens.push({ kind: 'text', text })
    text = ''
    tokens.push(...more)
  }
  let at = 0
  while (at < source.length) {
    const words = matchAt(wordsOnly, source, at)?.[0] ?? ''
    text += words
    at += words.length
    if (at >= source.length) break
    const char = source.charAt(at)
    const special = specials[char]?.(source, at, backticks) ?? null
    if (special !== null) {
      push(...special.tokens)
      at += special.length
    } else if (char === '[' || (char === '!' && source.charAt(at + 1) === '[')) {
      const isImage = char === '!'
      push({ kind: 'text', text: isImage ? '![' : '[' })
      openBrackets.push({ token: tokens.length - 1, isImage })
      at += isImage ? 2 : 1
    } else if (char === ']') {
      const open = openBrackets.pop()
      const next = source.charAt(at + 1)
      const end =
        open === undefined
          ? -1
          : next === '('
            ? endOfAddress(source, at + 1)
            : next === '['
              ? (matchAt(reference, source, at + 1)?.[0].length ?? -at - 2) + at + 1
              : -1
      if (open === undefined || end < 0) {
        text += char
        at++
      } else {
        push(open.isImage ? { kind: 'text', text: '' } : { kind: 'linkEnd' })
        tokens[open.token] = open.isImage ? { kind: 'text', text: '' } : { kind: 'linkStart' }
        at = end
      }
    } else {
      text += char
      at++
    }
  }
  push()
  return tokens
}

type Special = (source: string, at: number, backticks: Map<number, number[]>) => Match | null

const takeBackticks: Special = (source, at, backticks) => {
  let length = 1
  while (source.charAt(at + length) === '`') length++
  const starts = backticks.get(length) ?? []
  while ((starts.at(-1) ?? Number.POSITIVE_INFINITY) <= at) starts.pop()
  const end = starts.at(-1)
  const literal: Match = { tokens: [{ kind: 'text', text: '`'.repeat(length) }], length }
  if (end === undefined) return literal
  return { tokens: [{ kind: 'code', text: source.slice(at, end + length).replace(/\n/g, ' ') }], length: end + length - at }
}

const takeTag: Special = (source, at) => {
  const link = matchAt(autolink, source, at)
  if (link !== null) return { tokens: [{ kind: 'verbatim', text: link[1] ?? '' }], length: link[0].length }
  const dropped = matchAt(comment, source, at)
  if (dropped !== null) return { tokens: [], length: dropped[0].length }
  const tag = matchAt(htmlTag, source, at)
  if (tag === null) return null
  const opens = tag[1] === ''
  const name = (tag[2] ?? '').toLowerCase()
  const alt = name === 'img' ? (/\salt=(?:"([^"]*)"|'([^']*)')/i.exec(tag[0]) ?? []) : []
  const tokens: Token[] =
    name === 'b' || name === 'strong'
      ? [{ kind: 'boldTag', opens }]
      : name === 'code' || name === 'kbd' || name === 'tt' || name === 'samp'
        ? [{ kind: 'text', text: '`' }]
        : [{ kind: 'text', text: name === 'br' || name === 'li' ? '\n' : (alt[1] ?? alt[2] ?? '') }]
  return { tokens, length: tag[0].length }
}

const takeEntity: Special = (source, at) => {
  const found = matchAt(entity, source, at)
  if (found === null) return null
  const code = found[1] !== undefined ? Number(found[1]) : found[2] !== undefined ? Number.parseInt(found[2], 16) : null
  const isCharacter = code !== null && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  const text = code === null ? (entities[found[3] ?? ''] ?? found[0]) : isCharacter ? String.fromCodePoint(code) : '\uFFFD'
  return { tokens: [{ kind: 'text', text }], length: found[0].length }
}

/** `$…$` on one line, closed by a `$` that no space precedes and no digit follows: `$HOME と $PATH` is text. */
const takeFormula: Special = (source, at) => {
  const end = source.indexOf('$', at + 1)
  const inner = end < 0 || end - at > 500 ? '' : source.slice(at + 1, end)
  if (inner === '' || inner.includes('\n') || inner !== inner.trim() || /\d/.test(source.charAt(end + 1))) return null
  return { tokens: [{ kind: 'verbatim', text: source.slice(at, end + 1) }], length: end + 1 - at }
}

const takeMarks: Special = (source, at) => {
  const char = source.charAt(at)
  let length = 1
  while (source.charAt(at + length) === char) length++
  return { tokens: [{ kind: 'marks', char, length, before: source.charAt(at - 1), after: source.charAt(at + length) }], length }
}

const takeBrackets: Special = (source, at) => {
  const note = matchAt(footnote, source, at)
  if (note !== null) return { tokens: [], length: note[0].length }
  const wiki = matchAt(wikiLink, source, at)
  if (wiki === null) return null
  const words: Token = { kind: 'text', text: (wiki[2] ?? wiki[1] ?? '').replace(/\\$/, '') }
  return { tokens: wiki[0].startsWith('!') ? [words] : [{ kind: 'linkStart' }, words, { kind: 'linkEnd' }], length: wiki[0].length }
}

const takeAddress: Special = (source, at) => {
  const found = /\w/.test(source.charAt(at - 1)) ? null : matchAt(address, source, at)
  // The end of a link's address or of a sentence is not part of it.
  let end = found?.[0].length ?? 0
  while (end > 0 && ').,:;!*]'.includes(source.charAt(at + end - 1))) end--
  const text = source.slice(at, at + end)
  return text === '' ? null : { tokens: [{ kind: 'verbatim', text }], length: text.length }
}

const takeShortcode: Special = (source, at) => {
  const found = matchAt(shortcode, source, at)
  return found && { tokens: [], length: found[0].length }
}

const takeEscape: Special = (source, at) =>
  /[!-/:-@[-`{-~]/.test(source.charAt(at + 1)) ? { tokens: [{ kind: 'verbatim', text: source.charAt(at + 1) }], length: 2 } : null

const specials: Readonly<Record<string, Special>> = {
  '`': takeBackticks,
  '<': takeTag,
  '&': takeEntity,
  $: takeFormula,
  '*': takeMarks,
  _: takeMarks,
  '~': takeMarks,
  '[': takeBrackets,
  '!': takeBrackets,
  h: takeAddress,
  f: takeAddress,
  '{': takeShortcode,
  '\\': takeEscape,
}
