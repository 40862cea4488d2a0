import type { Links } from '../history/links.ts'
import { type FactId, type ItemId, parsedFactId, parsedItemId, type TopicId, topicId } from '../ids.ts'

/** What a drill is to mend. */
export type DrillAim =
  | { readonly kind: 'topic'; readonly topic: TopicId }
  /** The weakest topics together. */
  | { readonly kind: 'top'; readonly count: number }
  /** Two facts of which one is given for the other. */
  | { readonly kind: 'apart'; readonly facts: readonly [FactId, FactId] }
  | { readonly kind: 'items'; readonly items: readonly ItemId[] }

/** More topics at once are no drill. */
const mostTopics = 5

const queryOf = (aim: DrillAim): string => {
  switch (aim.kind) {
    case 'topic':
      return `topic=${encodeURIComponent(aim.topic)}`
    case 'top':
      return `top=${aim.count}`
    case 'apart':
      return `apart=${aim.facts.map(encodeURIComponent).join('~')}`
    case 'items':
      return `items=${aim.items.map(encodeURIComponent).join('~')}`
  }
}

/** The route of a drill; a contract, since people keep such links. */
export const drillPath = (aim: DrillAim): string => `/weak/drill?${queryOf(aim)}`

/** What an address asks for, of what is taught; `undefined` if it is nothing that can be drilled. */
export const readDrillAim = (parameter: (name: string) => string | null, { topics, items, itemsOfFact }: Links): DrillAim | undefined => {
  const topic = parameter('topic')
  if (topic !== null) return topics.has(topicId(topic)) ? { kind: 'topic', topic: topicId(topic) } : undefined
  const top = parameter('top')
  if (top !== null) {
    const count = Number(top)
    return Number.isInteger(count) && count >= 1 && count <= mostTopics ? { kind: 'top', count } : undefined
  }
  const apart = parameter('apart')
  if (apart !== null) {
    const [one, other, ...more] = apart.split('~').map(parsedFactId)
    const isPair = one !== undefined && other !== undefined && one !== other && more.length === 0
    return isPair && itemsOfFact.has(one) && itemsOfFact.has(other) ? { kind: 'apart', facts: [one, other] } : undefined
  }
  const chosen = (parameter('items') ?? '')
    .split('~')
    .map(parsedItemId)
    .filter((id) => items.has(id))
  return chosen.length === 0 ? undefined : { kind: 'items', items: chosen }
}
