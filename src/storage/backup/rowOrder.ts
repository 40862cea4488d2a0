/** Where a row stands in the order of the log: by time, then by id. A row without a time or id comes first. */
export interface RowPlace {
  readonly at: number
  readonly id: string
}

export const idOfRow = (row: unknown): string | null =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' && row.id !== '' ? row.id : null

export const placeOfRow = (row: unknown): RowPlace => {
  const at = typeof row === 'object' && row !== null && 'at' in row ? row.at : null
  return { at: typeof at === 'number' && Number.isFinite(at) ? at : Number.NEGATIVE_INFINITY, id: idOfRow(row) ?? '' }
}

const sign = (less: boolean, more: boolean): number => (less ? -1 : more ? 1 : 0)
export const comparePlaces = (a: RowPlace, b: RowPlace): number => sign(a.at < b.at, a.at > b.at) || sign(a.id < b.id, a.id > b.id)
