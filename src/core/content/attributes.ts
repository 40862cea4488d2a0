import type { Place, Report } from './problems.ts'
import { quoted } from './problems.ts'

export interface Attribute extends Place {
  readonly value: string
}
/** What stands in `{#id key=value}`. */
export interface Attributes extends Place {
  readonly id: Attribute | undefined
  readonly values: ReadonlyMap<string, Attribute>
}

export const isId = (text: string): boolean => text.length <= 64 && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text)

const knownKeys = ['level', 'fact', 'objective', 'legacy', 'confuses', 'kind']
const fullWidth = /[！-～　]/

/** Whether braces at the end of a line are meant as attributes: `{#…`, `{key=…`, also mistyped; any other braces are text. */
export const looksLikeAttributes = (inner: string): boolean => /^[\s　]*(?:[#＃.]|[\p{L}\p{N}_-]+[\s　]*[=＝]|$)/u.test(inner)

/**
 * Reads what stands between the braces.
 * @param inner the text between `{` and `}`
 * @param place of the `{`
 */
export const readAttributes = (inner: string, place: Place, report: Report): Attributes => {
  const values = new Map<string, Attribute>()
  let id: Attribute | undefined
  let at = 0
  const here = (index = at): Place => ({ line: place.line, column: place.column + 1 + index })
  const pattern = /\s*(?:(#)([^\s#="']+)|([A-Za-z][\w-]*)=(?:"([^"]*)"|([^\s"'=]+)))(?=\s|$)/y
  while (inner.slice(at).trim() !== '') {
    pattern.lastIndex = at
    const match = pattern.exec(inner)
    if (match === null) {
      const rest = inner.slice(at).trim()
      const start = here(inner.indexOf(rest, at))
      if (fullWidth.test(inner)) report(start, 'full-width', `The attributes {${inner}} hold full-width signs or letters.`)
      else report(start, 'attributes', `${quoted(rest)} is no attribute.`)
      break
    }
    const start = at + match[0].length - match[0].trimStart().length
    const [, hash, name, key, twoWords, oneWord] = match
    if (hash !== undefined && name !== undefined) {
      if (id !== undefined) report(here(start), 'attributes', `A second id, #${name}.`)
      else if (fullWidth.test(name)) report(here(start), 'full-width', `The id #${name} holds full-width letters.`)
      else if (!isId(name)) report(here(start), 'bad-id', `“${name}” is no id.`)
      id ??= { ...here(start), value: name }
    } else if (key !== undefined) {
      if (!knownKeys.includes(key)) report(here(start), 'unknown-attribute', `There is no attribute “${key}”.`)
      else if (values.has(key)) report(here(start), 'attributes', `“${key}” stands twice.`)
      else values.set(key, { ...here(start), value: (twoWords ?? oneWord ?? '').trim() })
    }
    at += match[0].length
  }
  return { ...place, id, values }
}
