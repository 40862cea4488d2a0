import { isAlias, isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Place, Report } from './problems.ts'

/** YAML with a place at every value, so that whatever is wrong with it can be shown where it stands. */
export type YamlNode = Place &
  (
    | { readonly kind: 'value'; readonly value: string | number | boolean | null }
    | { readonly kind: 'list'; readonly items: readonly YamlNode[] }
    | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, { readonly key: Place; readonly node: YamlNode }> }
  )

const maxCharacters = 500_000

/** Reads a YAML document without anchors and aliases; undefined after a complaint. */
export const readYaml = (text: string, report: Report): YamlNode | undefined => {
  const start = { line: 1, column: 1 }
  if (text.length > maxCharacters)
    return void report(start, 'too-large', `The file has ${text.length} characters; ${maxCharacters} is the most.`)
  const lines = new LineCounter()
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, logLevel: 'silent' })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  for (const error of [...parsed.errors, ...parsed.warnings]) report(placeAt(error.pos[0]), 'table-yaml', error.message)
  let anchored = false
  visit(parsed, {
    Node: (_, node) => {
      if (!isAlias(node) && !node.anchor) return undefined
      anchored = true
      report(placeAt(node.range?.[0] ?? 0), 'table-yaml', 'Anchors and aliases (& and *) are not read here.')
      return visit.BREAK
    },
  })
  if (anchored || parsed.errors.length > 0) return undefined
  const placed = (node: unknown, fallback: Place, depth: number): YamlNode => {
    const place = isNode(node) && node.range ? placeAt(node.range[0]) : fallback
    if (depth > 12 && isCollection(node)) {
      report(place, 'too-deep', 'The YAML nests too deep.')
      return { ...place, kind: 'value', value: null }
    }
    if (isSeq(node)) return { ...place, kind: 'list', items: node.items.map((item) => placed(item, place, depth + 1)) }
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }) => {
        const keyPlace = isNode(key) && key.range ? placeAt(key.range[0]) : place
        const name = isScalar(key) ? String(key.value) : ''
        return [name, { key: keyPlace, node: placed(value, keyPlace, depth + 1) }] as const
      })
      return { ...place, kind: 'map', entries: new Map(entries) }
    }
    const value = isScalar(node) ? node.value : null
    return {
      ...place,
      kind: 'value',
      value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
    }
  }
  return placed(parsed.contents, start, 0)
}
