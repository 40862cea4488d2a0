import { readBlocks, reportAttributes, reportTaskMark } from '../blocks.ts'
import { readInline } from '../rich.ts'
import { placeOf } from '../scope.ts'
import type { ChoiceOption, ChoiceQuestion } from '../types.ts'
import type { ReadItem } from './readItem.ts'
import { readFacts, readItemBase, take } from './itemBase.ts'
import { isList, readEntries } from './reasons.ts'

/** `:::choice`: a stem, a task list whose options each have a reason, an explanation. */
export const readChoice: ReadItem = ({ nodes, attributes, place, scope }) => {
  const from = nodes.findIndex((node) => isList(node) && node.children.some((item) => typeof item.checked === 'boolean'))
  if (from < 0) {
    const marks = nodes.filter(isList).flatMap((list) => list.children.map((item) => reportTaskMark(item, scope)))
    if (!marks.includes(true)) scope.report(place, 'choice-options', 'The question has no options.')
    return undefined
  }
  const sources = new Set<string>()
  const stem = readBlocks(nodes.slice(0, from), scope, { sources })
  const { entries, next } = readEntries(nodes, from, sources, scope)
  const options = entries.map(({ node, line, reason }): ChoiceOption => {
    if (typeof node.checked !== 'boolean' && !reportTaskMark(node, scope))
      scope.report(placeOf(node), 'task-mark', 'The option begins with no [x] or [ ].')
    const inline = readInline(line?.children ?? [], scope, { attributes: true, sources })
    const confuses = inline.attributes?.values.get('confuses')
    if (
      inline.attributes !== undefined &&
      (inline.attributes.id !== undefined || inline.attributes.values.size !== (confuses === undefined ? 0 : 1))
    )
      reportAttributes(inline.attributes, scope)
    if (reason.length === 0) scope.report(placeOf(node), 'option-reason', 'The option has no reason.')
    return { text: inline.rich, correct: node.checked === true, reason, confuses: readFacts(confuses, scope) }
  })
  const right = options.filter((option) => option.correct).length
  if (options.length < 4 || options.length > 5) scope.report(place, 'choice-options', `The question has ${options.length} options.`)
  if (right === 0) scope.report(place, 'choice-options', 'No option is right.')
  if (right === options.length) scope.report(place, 'choice-options', 'No option is wrong.')
  const explanation = readBlocks(nodes.slice(next), scope, { sources })
  if (stem.length === 0) scope.report(place, 'item-form', 'The question has no stem.')
  if (sources.size === 0) scope.report(place, 'item-without-source', 'The question states no source.')
  const base = readItemBase(attributes, sources, scope)
  return base === undefined
    ? undefined
    : take<Pick<ChoiceQuestion, 'kind' | 'stem' | 'options' | 'explanation'>>(base, { kind: 'choice', stem, options, explanation })
}
