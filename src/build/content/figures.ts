import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { collector, type Place, quoted, type Report } from '../../core/content/problems.ts'
import type { ContentError, Lang, SvgElement } from '../../core/content/types.ts'

const shape = ['class', 'transform']
/** All that a figure may be drawn with: elements and their attributes. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox', 'xmlns', 'lang'],
  g: shape,
  path: [...shape, 'd'],
  line: [...shape, 'x1', 'y1', 'x2', 'y2'],
  rect: [...shape, 'x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: [...shape, 'cx', 'cy', 'r'],
  ellipse: [...shape, 'cx', 'cy', 'rx', 'ry'],
  polyline: [...shape, 'points'],
  polygon: [...shape, 'points'],
  text: [...shape, 'x', 'y', 'dx', 'dy'],
  tspan: ['class', 'x', 'y', 'dx', 'dy'],
}
const classes = [
  'line',
  'line-2',
  'dash',
  'accent-line',
  'box',
  'sunk',
  'wash',
  'none',
  't',
  's',
  'm',
  'ms',
  'b',
  'mid',
  'end',
  'head',
  'accent-head',
]
const values: Readonly<Record<string, RegExp>> = {
  viewBox: /^-?\d+(?:\.\d+)?(?: -?\d+(?:\.\d+)?){3}$/,
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  lang: /^(?:ja|en)$/,
  transform: /^(?:(?:translate|rotate|scale)\([-\d., ]+\)\s*)+$/,
  d: /^[MmLlHhVvCcSsQqTtAaZz0-9eE.,\s-]+$/,
  points: /^[\d.,\s-]+$/,
}
const number = /^-?\d+(?:\.\d+)?$/
const maxCharacters = 100_000

const placeOf = (node: { readonly position?: { readonly start: Place } | undefined }): Place =>
  node.position?.start ?? { line: 1, column: 1 }

const checkElement = (element: Element, parent: string | undefined, report: Report) => {
  const place = placeOf(element)
  const attributes = allowed[element.name]
  if (attributes === undefined || !Object.hasOwn(allowed, element.name)) return report(place, 'svg', `<${element.name}> is not drawn.`)
  if ((element.name === 'svg') !== (parent === undefined)) return report(place, 'svg', `<${element.name}> cannot stand here.`)
  for (const [name, value] of Object.entries(element.attributes)) {
    const written = value ?? ''
    if (!attributes.includes(name) && name !== 'lang') report(place, 'svg', `<${element.name}> takes no ${quoted(name)}.`)
    else if (name === 'class') {
      for (const one of written.split(/\s+/)) if (!classes.includes(one)) report(place, 'svg', `There is no class ${quoted(one)}.`)
    } else if (!(values[name] ?? number).test(written)) report(place, 'svg', `${name}=${quoted(written)} is not of its form.`)
  }
  if (element.name === 'svg' && element.attributes.viewBox === undefined) report(place, 'svg', 'The drawing has no viewBox.')
  for (const child of element.children) {
    if (child.type === 'element') checkElement(child, element.name, report)
    else if (child.type === 'text' && child.value.trim() !== '' && !['text', 'tspan'].includes(element.name))
      report(placeOf(child), 'svg', `Text stands in <${element.name}>.`)
    else if (child.type === 'instruction' || child.type === 'cdata') report(placeOf(child), 'svg', `A figure holds no ${child.type}.`)
  }
}

const inLang = (element: Element, lang: Lang): SvgElement => {
  const keepsText = element.name === 'text' || element.name === 'tspan'
  const attributes = Object.entries(element.attributes).flatMap(([name, value]): readonly (readonly [string, string])[] =>
    name === 'lang' || name === 'xmlns' || value === null || value === undefined ? [] : [[name, value]],
  )
  const children = element.children.flatMap((child): readonly (SvgElement | string)[] => {
    if (child.type === 'text') return keepsText ? [child.value.replace(/\s+/g, ' ')] : []
    if (child.type !== 'element') return []
    const own = child.attributes.lang
    return own === undefined || own === null || own === lang ? [inLang(child, lang)] : []
  })
  return { tag: element.name, attributes: Object.fromEntries(attributes), children }
}

const parsed = (text: string, report: Report): Root | undefined => {
  try {
    return fromXml(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    // The parser's way of saying that a file is no XML is to throw a message with a place.
    const place =
      typeof error === 'object' && error !== null && 'place' in error && typeof error.place === 'object' ? error.place : undefined
    const line = place !== null && place !== undefined && 'line' in place && typeof place.line === 'number' ? place.line : 1
    const column = place !== null && place !== undefined && 'column' in place && typeof place.column === 'number' ? place.column : 1
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message.split('\n')[0] : ''
    report({ line, column }, 'svg', `The drawing is no XML. ${cause ?? ''}`.trim())
    return undefined
  }
}

const nesting = (text: string): number => {
  let depth = 0
  let most = 0
  for (const [tag] of text.matchAll(/<\/?[A-Za-z][^<>]*>/g)) {
    depth += tag.startsWith('</') ? -1 : tag.endsWith('/>') ? 0 : 1
    most = Math.max(most, depth)
  }
  return most
}

export interface Figure {
  readonly svg: Readonly<Record<Lang, SvgElement>> | undefined
  readonly problems: readonly ContentError[]
}

/**
 * Reads a hand-written SVG into the closed tree, once for each language: an element
 * with `lang` is kept in that language only.
 * @param path as it is shown
 */
export const readFigure = (text: string, path: string): Figure => {
  const { problems, report } = collector(path)
  const start = { line: 1, column: 1 }
  if (text.length > maxCharacters) report(start, 'too-large', `The drawing has ${text.length} characters; ${maxCharacters} is the most.`)
  else if (nesting(text) > 32) report(start, 'too-deep', 'The drawing nests more than 32 elements.')
  if (problems.length > 0) return { svg: undefined, problems }
  const root = parsed(text, report)
  const element = root?.children.find((child) => child.type === 'element')
  for (const child of root?.children ?? []) if (child.type === 'doctype') report(placeOf(child), 'svg', 'A figure holds no doctype.')
  if (element !== undefined) {
    if (element.name !== 'svg') report(placeOf(element), 'svg', `The drawing begins with <${element.name}>.`)
    else checkElement(element, undefined, report)
  }
  if (element === undefined || problems.length > 0) return { svg: undefined, problems }
  return { svg: { ja: inLang(element, 'ja'), en: inLang(element, 'en') }, problems }
}
