export interface Share {
  readonly weight: number
  /** The most it can have, a whole number. */
  readonly room: number
}

/**
 * `count` divided into whole parts by weight, by the largest remainder (Hamilton's
 * method), so that each part is within one of its exact share. Where a part has not
 * the room, it is filled and what is left goes to the others by their weights. Of
 * equal remainders the first is served.
 */
export const apportion = (count: number, shares: readonly Share[]): readonly number[] => {
  const parts = shares.map(() => 0)
  let left = Math.min(
    count,
    shares.reduce((sum, { room }) => sum + room, 0),
  )
  let open = [...shares.entries()]
  const exact = (weight: number): number => {
    const total = open.reduce((sum, [, share]) => sum + share.weight, 0)
    return total === 0 ? left / open.length : (left * weight) / total
  }
  for (;;) {
    const full = open.filter(([, { weight, room }]) => exact(weight) > room)
    if (full.length === 0) break
    const kept = open.filter((entry) => !full.includes(entry))
    for (const [place, { room }] of full) {
      parts[place] = room
      left -= room
    }
    open = kept
  }
  const exacts = open.map(([place, { weight, room }]) => ({ place, room, part: exact(weight) }))
  for (const { place, part } of exacts) parts[place] = Math.floor(part)
  let over = left - exacts.reduce((sum, { part }) => sum + Math.floor(part), 0)
  for (const { place, part, room } of exacts.sort((a, b) => (b.part % 1) - (a.part % 1))) {
    if (over <= 0) break
    if (Math.floor(part) >= room) continue
    parts[place] = Math.floor(part) + 1
    over -= 1
  }
  return parts
}
