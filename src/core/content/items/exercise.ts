import type { Code } from 'mdast'
import { generators } from '../../exercise/generators.ts'
import type { Attributes } from '../attributes.ts'
import { readBlocks } from '../blocks.ts'
import { type Place, quoted, type Report } from '../problems.ts'
import { placeOf, type Scope } from '../scope.ts'
import { type ExerciseItem, type ExerciseKind, exerciseKinds, type ExerciseTask } from '../types.ts'
import { readYaml, type YamlNode } from '../yamlNodes.ts'
import { readItemBase, take } from './itemBase.ts'
import type { ReadItem } from './readItem.ts'

const kindOf = (name: string): ExerciseKind | undefined => exerciseKinds.find((kind) => kind === name)

/** The YAML of a fenced block; complaints come out where it stands in the file. */
const readParameterBlock = (node: Code, scope: Scope): YamlNode | undefined => {
  const fence = placeOf(node)
  const placed = ({ line, column }: Place): Place => ({ line: fence.line + line, column: fence.column - 1 + column })
  const report: Report = (place, code, message) => scope.report(placed(place), code === 'table-yaml' ? 'exercise-parameter' : code, message)
  const moved = (yaml: YamlNode): YamlNode => {
    switch (yaml.kind) {
      case 'value':
        return { ...yaml, ...placed(yaml) }
      case 'list':
        return { ...yaml, ...placed(yaml), items: yaml.items.map(moved) }
      case 'map':
        return {
          ...yaml,
          ...placed(yaml),
          entries: new Map([...yaml.entries].map(([name, { key, node: value }]) => [name, { key: placed(key), node: moved(value) }])),
        }
    }
  }
  const read = readYaml(node.value, report)
  return read === undefined ? undefined : moved(read)
}

const readParameters = (kind: ExerciseKind, yaml: YamlNode | undefined, report: Report): ExerciseTask['parameters'] => {
  const { parameters } = generators[kind]
  if (yaml === undefined || (yaml.kind === 'value' && yaml.value === null)) return {}
  if (yaml.kind !== 'map') {
    report(yaml, 'exercise-parameter', 'The parameters are no lines of `name: value`.')
    return {}
  }
  const taken = [...yaml.entries].flatMap(([name, { key, node }]) => {
    const parameter = parameters.find((candidate) => candidate.name === name)
    if (parameter === undefined) {
      report(
        key,
        'exercise-parameter',
        `${kind} has no parameter ${quoted(name)}; it has ${parameters.map((known) => known.name).join(', ')}.`,
      )
      return []
    }
    if (node.kind === 'value' && node.value !== null && parameter.accepts(node.value)) return [[name, node.value] as const]
    report(node, 'exercise-parameter', `“${name}” is one of ${parameter.values}.`)
    return []
  })
  // In an order of their own, so that the two languages may write them in any.
  return Object.fromEntries(taken.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const withoutKind = (attributes: Attributes): Attributes => ({
  ...attributes,
  values: new Map([...attributes.values].filter(([key]) => key !== 'kind')),
})

/** `:::exercise`: the parameters of a generator in a block of YAML, if any are set, and an explanation. */
export const readExercise: ReadItem = ({ nodes, attributes, place, scope }) => {
  const named = attributes.values.get('kind')
  const kind = kindOf(named?.value ?? '')
  if (kind === undefined) {
    scope.report(
      named ?? place,
      'exercise-kind',
      named === undefined ? 'The exercise names no kind.' : `No generator makes exercises of the kind ${quoted(named.value)}.`,
    )
    return undefined
  }
  const [first, ...rest] = nodes
  const block = first?.type === 'code' && first.lang === 'yaml' ? first : undefined
  const explained = block === undefined ? nodes : rest
  const misplaced = explained.find((node) => node.type === 'code' && node.lang === 'yaml')
  if (misplaced !== undefined)
    scope.report(placeOf(misplaced), 'exercise-parameter', 'The parameters do not stand right below the first line.')
  // Read as code for what may be wrong with its fence.
  if (block !== undefined) readBlocks([block], scope)
  const parameters = readParameters(kind, block && readParameterBlock(block, scope), scope.report)
  const sources = new Set<string>()
  const explanation = readBlocks(explained, scope, { sources })
  if (sources.size === 0) scope.report(place, 'item-without-source', 'The exercise states no source.')
  const base = readItemBase(withoutKind(attributes), sources, scope)
  return base === undefined
    ? undefined
    : take<Pick<ExerciseItem, 'kind' | 'task' | 'explanation'>>(base, { kind: 'exercise', task: { kind, parameters }, explanation })
}
