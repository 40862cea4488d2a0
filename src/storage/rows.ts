/** What can be told from other rows by its id. */
export interface Row {
  readonly id: string
}

export const hasTextId = (row: unknown): row is Row =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' && row.id !== ''

/** What a row is stored under, in words; a row that has no usable id goes by its place. */
export const rowKey = (row: unknown, place: number): string => {
  if (typeof row !== 'object' || row === null || !('id' in row)) return `#${place}`
  if (typeof row.id === 'string') return row.id
  return typeof row.id === 'number' ? `number ${row.id}` : `#${place}`
}

/** Of rows with one id the first. */
export const distinctRows = (rows: readonly Row[]): ReadonlyMap<string, Row> => {
  const byId = new Map<string, Row>()
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row)
  return byId
}
