import type { FactId } from '../ids.ts'

/** What the order of a session looks at. */
export interface Arranged {
  readonly fact: FactId
  readonly topic: string
  readonly area: string
  readonly confuses: ReadonlySet<FactId>
}

/** How far ahead something of another topic is looked for: what is urgent stays early. */
const reach = 8
/** Up to so many, every order is tried before two that are confused stand side by side. */
const fewEnough = 8

const clash = (a: Arranged | undefined, b: Arranged | undefined): boolean =>
  a !== undefined && b !== undefined && (a.confuses.has(b.fact) || b.confuses.has(a.fact))

const closeness = (a: Arranged, b: Arranged): number => (a.topic === b.topic ? 2 : a.area === b.area ? 1 : 0)

/** The place in `left` of what follows `last`: the first of another area, else of another topic, else the first; -1 if all are confused with it. */
const placeAfter = (last: Arranged | undefined, left: readonly Arranged[]): number => {
  if (last === undefined) return 0
  let best = -1
  let bestCloseness = Number.POSITIVE_INFINITY
  for (const [place, entry] of left.slice(0, reach).entries()) {
    const own = closeness(last, entry)
    if (own >= bestCloseness || clash(last, entry)) continue
    best = place
    bestCloseness = own
  }
  return best >= 0 ? best : left.findIndex((entry) => !clash(last, entry))
}

/** An order without a clash that keeps as much of the one given as it can, by trying all. */
const anyWithout = <Entry extends Arranged>(placed: readonly Entry[], left: readonly Entry[]): readonly Entry[] | undefined => {
  if (left.length === 0) return placed
  for (const [place, entry] of left.entries()) {
    if (clash(placed.at(-1), entry)) continue
    const found = anyWithout([...placed, entry], left.toSpliced(place, 1))
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * The same entries so that facts which are taken for each other do not follow one
 * another, and topics and areas alternate, as near to the order given as that
 * allows. Where side by side cannot be avoided, they stand at the end.
 */
export const arrange = <Entry extends Arranged>(entries: readonly Entry[]): readonly Entry[] => {
  const left = [...entries]
  const placed: Entry[] = []
  for (let place = placeAfter(undefined, left); left.length > 0 && place >= 0; place = placeAfter(placed.at(-1), left))
    placed.push(...left.splice(place, 1))
  // All that is left is confused with the last: it goes back between others, as late as it can.
  const stuck: Entry[] = []
  for (const entry of left) {
    let place = placed.length
    while (place >= 0 && (clash(placed[place - 1], entry) || clash(entry, placed[place]))) place -= 1
    if (place >= 0) placed.splice(place, 0, entry)
    else stuck.push(entry)
  }
  if (stuck.length === 0) return placed
  return (entries.length <= fewEnough ? anyWithout([], entries) : undefined) ?? [...placed, ...stuck]
}
