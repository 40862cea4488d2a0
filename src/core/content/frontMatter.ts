import type { Root } from 'mdast'
import { type Place, quoted, type Report } from './problems.ts'

export interface FrontMatter {
  readonly title: string
  readonly summary: string
}

const keys = ['title', 'summary'] as const
type Key = (typeof keys)[number]
const isKey = (name: string): name is Key => keys.some((key) => key === name)

/** Reads `title:` and `summary:`, one a line. A value is the rest of its line, so a colon in it needs no quotes; quotes around it are dropped. */
export const readFrontMatter = (root: Root, source: string, report: Report): FrontMatter => {
  const node = root.children[0]
  const found = new Map<Key, string>()
  if (node?.type !== 'yaml') {
    const place = { line: 1, column: 1 }
    report(place, 'front-matter', /^---\s/.test(source) ? 'The front matter has no closing ---.' : 'The file has no front matter.')
    return { title: '', summary: '' }
  }
  const first = (node.position?.start.line ?? 1) + 1
  for (const [index, line] of node.value.split(/\r\n|\r|\n/).entries()) {
    const place: Place = { line: first + index, column: 1 }
    if (line.trim() === '' || line.startsWith('#')) continue
    const match = /^([A-Za-z]+)[ \t]*(?:(:)(?:[ \t]+(.*))?|(：)[ \t]*(.*))$/.exec(line)
    const key = match?.[1] ?? ''
    const value = (match?.[3] ?? match?.[5] ?? '').trim()
    const quotes = /^(["'])(.*)\1$/.exec(value)
    const at = (part: string): Place => ({ line: place.line, column: line.indexOf(part) + 1 })
    if (match === null) report(place, 'front-matter', `${quoted(line)} is no line of the form key: value.`)
    else if (!isKey(key)) report(place, 'front-matter', `There is no key “${key}”.`)
    else if (found.has(key)) report(place, 'front-matter', `“${key}” stands twice.`)
    else {
      if (match[4] !== undefined) report(at('：'), 'full-width', `The colon after ${key} is full-width.`)
      if (quotes === null && /^[|>&*![{"'%@`]/.test(value))
        report(at(value), 'front-matter', `The value of “${key}” is more than a line of text.`)
      found.set(key, quotes?.[2] ?? value)
    }
  }
  for (const key of keys) if ((found.get(key) ?? '') === '') report({ line: 1, column: 1 }, 'front-matter', `“${key}” is missing.`)
  return { title: found.get('title') ?? '', summary: found.get('summary') ?? '' }
}
