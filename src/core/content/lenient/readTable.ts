import { cellsOf } from './blockStarts.ts'
import { plainText } from './inlineRuns.ts'
import type { Block } from './noteBlocks.ts'
import type { Found } from './noteFound.ts'

/** Columns that count and do not name. */
const isCounter = (head: string): boolean => /^(?:#|no\.?|n|番号|項番|№|順番)$/i.test(head.trim())

/** A table of two columns is a list of terms with their meanings; a wider one needs a person to say what to ask. */
export const readTable = (table: Extract<Block, { kind: 'table' }>, path: readonly string[]): Found => {
  const found: Found = { cards: [], left: [], labels: [], parts: [] }
  const isTerms = table.head.length === 2 && !isCounter(table.head[0] ?? '')
  for (const line of table.headLines) found.left.push({ line: line.n, why: isTerms ? 'table-head' : 'table' })
  for (const row of table.rows) {
    const [term = '', meaning = ''] = cellsOf(row.text).map(plainText)
    if (!isTerms) found.left.push({ line: row.n, why: 'table' })
    else if (term === '' || meaning === '') found.left.push({ line: row.n, why: 'empty-definition' })
    else found.cards.push({ front: term, back: meaning, path, lines: [row.n] })
  }
  return found
}
