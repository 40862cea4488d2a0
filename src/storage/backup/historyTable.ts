import { parseEvent } from '../parseEvent.ts'
import type { StorageFailure } from '../eventLog.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { assertNever } from '../../core/assertNever.ts'
import type { Grade, StudyEvent } from '../../core/history/events.ts'
import { isLive, retractionsOf } from '../../core/history/undo.ts'
import { type FactId, type ItemId, type SectionId, topicOf } from '../../core/ids.ts'
import { type EpochMs, studyDay } from '../../core/time.ts'
import { localDate } from './backupFormat.ts'
import type { Attended, RowSource } from './readInOrder.ts'
import { placeOfRow } from './rowOrder.ts'
import { writeFile } from './writeFile.ts'

const columns = ['time', 'study day', 'kind', 'topic', 'item', 'result', 'seconds', 'device', 'undone'] as const
type Cells = Partial<Record<(typeof columns)[number], string>>

/** Spreadsheets take a cell that begins like this for a formula and run it (CWE-1236); an apostrophe keeps it text. */
const looksLikeFormula = /^[=+\-@\t\r]/

/** One cell as RFC 4180 has it. */
export const csvCell = (text: string): string => {
  const safe = looksLikeFormula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-11-24T14:02:11.123+09:00`: where the learner was. */
export const localTime = (at: EpochMs, offsetMin: number): string => {
  const local = new Date(at + offsetMin * 60_000).toISOString().slice(0, -1)
  const minutes = Math.abs(offsetMin)
  return `${local}${offsetMin < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const gradeWords: Readonly<Record<Grade, string>> = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' }

const about = (...ids: readonly (ItemId | SectionId | FactId)[]): Cells => ({
  topic: [...new Set(ids.map(topicOf))].join(' '),
  item: ids.join(' '),
})

const cellsOf = (event: StudyEvent): Cells => {
  switch (event.kind) {
    case 'reviewed':
      return { ...about(event.item), result: gradeWords[event.grade], seconds: String(event.tookMs / 1000) }
    case 'answered':
      return { ...about(event.item), result: event.verdict, seconds: String(event.tookMs / 1000) }
    case 'read':
      return about(event.section)
    case 'attemptStarted':
      return { topic: event.topics.join(' ') }
    case 'examStarted':
      return about(...event.items)
    case 'examAnswered':
    case 'examFlagged':
    case 'suspended':
    case 'resumed':
    case 'marked':
    case 'unmarked':
      return about(event.item)
    case 'buried':
    case 'released':
      return about(event.fact)
    case 'reset':
      return about(...event.facts)
    case 'handedIn':
    case 'planned':
    case 'fitted':
    case 'imported':
    case 'retracted':
      return {}
    default:
      return assertNever(event)
  }
}

export interface HistoryTable {
  readonly file: Blob
  readonly rows: number
  /** Damaged rows, which have no time or kind to show; a backup holds them. */
  readonly leftOut: number
}

/**
 * The history for a spreadsheet: a line an event, oldest first, undone ones marked.
 * UTF-8 with a byte order mark, without which Excel misreads Japanese.
 */
export const writeHistoryTable = async (source: RowSource, attended: Attended): Promise<Result<HistoryTable, StorageFailure>> => {
  const encoder = new TextEncoder()
  let rows = 0
  let leftOut = 0
  const open = () => {
    const undos: StudyEvent[] = []
    let retractions = retractionsOf([])
    rows = 0
    leftOut = 0
    const lineOf = (row: unknown): string => {
      const parsed = parseEvent(row)
      if (!parsed.ok && parsed.error === 'damaged') {
        leftOut += 1
        return ''
      }
      rows += 1
      const cells: Cells = parsed.ok
        ? {
            ...cellsOf(parsed.value),
            time: localTime(parsed.value.at, parsed.value.offsetMin),
            'study day': localDate({ at: studyDay(parsed.value.at, parsed.value.offsetMin) * 86_400_000, offsetMin: 0 }),
            kind: parsed.value.kind,
            device: parsed.value.device,
            undone: isLive(parsed.value.id, retractions) ? '' : 'yes',
          }
        : unknownCells(row)
      return csvLine(columns.map((column) => cells[column] ?? ''))
    }
    return {
      look: (row: unknown) => {
        if (typeof row !== 'object' || row === null || !('kind' in row) || row.kind !== 'retracted') return
        const parsed = parseEvent(row)
        if (parsed.ok) undos.push(parsed.value)
      },
      begin: () => {
        retractions = retractionsOf(undos)
        return `\ufeff${csvLine(columns)}`
      },
      rows: (batch: readonly unknown[]) => encoder.encode(batch.map(lineOf).join('')),
      end: () => '',
    }
  }
  const file = await writeFile(source, { type: 'text/csv;charset=utf-8', isPacked: false }, open, attended)
  return file.ok ? ok({ file: file.value, rows, leftOut }) : fail(file.error)
}

/** A row of a kind that this version does not know has at least a time and a kind. */
const unknownCells = (row: unknown): Cells => {
  const { at } = placeOfRow(row)
  const kind = typeof row === 'object' && row !== null && 'kind' in row ? String(row.kind) : ''
  const offsetMin = typeof row === 'object' && row !== null && 'offsetMin' in row && typeof row.offsetMin === 'number' ? row.offsetMin : 0
  return { kind, ...(Math.abs(at) < 8.64e15 - 1e8 && Math.abs(offsetMin) <= 840 ? { time: localTime(at, offsetMin) } : {}) }
}
