import { type AnswerKind, answerKind, type ItemStub } from '../content/types.ts'
import { type FactId, type ItemId, topicOf } from '../ids.ts'
import type { StudyEvent } from './events.ts'
import type { Links } from './links.ts'

/** In the order of the cells. */
export const answerKinds = ['card', 'choice', 'fill', 'order', 'match', 'exercise'] as const satisfies readonly AnswerKind[]

/** Where the answers of a catalogue are counted. */
export interface Cells {
  /** Those that have facts, in an order that the order of the catalogue does not change; what is no longer taught is counted behind the last. */
  readonly areas: readonly string[]
  /** Every item with the cell of its answers, so that a fold looks up both at once. */
  readonly items: ReadonlyMap<ItemId, { readonly item: ItemStub; readonly cell: number }>
  readonly areaOfFact: ReadonlyMap<FactId, number>
  /** How many cells there are. */
  readonly count: number
  /** How many facts each area has. */
  readonly facts: readonly number[]
}

const cellIn = (area: number, kind: AnswerKind): number => area * answerKinds.length + answerKinds.indexOf(kind)
/** The area and the kind that a cell counts. */
export const ofCell = (cell: number): { readonly area: number; readonly kind: number } => ({
  area: Math.floor(cell / answerKinds.length),
  kind: cell % answerKinds.length,
})

const known = new WeakMap<Links, Cells>()

/** The cells of a catalogue, made once. */
export const cellsOf = (links: Links): Cells => {
  const made = known.get(links)
  if (made !== undefined) return made
  const areas = [...new Set([...links.itemsOfFact.keys()].flatMap((fact) => links.topics.get(topicOf(fact))?.area ?? []))].sort()
  const placeOf = (fact: FactId): number => {
    const place = areas.indexOf(links.topics.get(topicOf(fact))?.area ?? '')
    return place < 0 ? areas.length : place
  }
  const areaOfFact = new Map([...links.itemsOfFact.keys()].map((fact) => [fact, placeOf(fact)]))
  const facts = areas.map(() => 0)
  for (const area of areaOfFact.values()) facts[area] = (facts[area] ?? 0) + 1
  const items = new Map(
    [...links.items.values()].map((item) => [item.id, { item, cell: cellIn(placeOf(item.fact), answerKind(item.kind)) }]),
  )
  const cells = { areas, count: (areas.length + 1) * answerKinds.length, items, areaOfFact, facts }
  known.set(links, cells)
  return cells
}

type Answer = Extract<StudyEvent, { kind: 'reviewed' | 'answered' }>

/** Where an answer on an item that is no longer taught is counted: the answer itself still tells the kind. */
export const retiredCell = (event: Answer, { areas }: Cells): number =>
  cellIn(areas.length, event.kind === 'reviewed' ? 'card' : event.response.kind)
