import { fail, ok, type Result } from '../../core/result.ts'
import type { EpochMs } from '../../core/time.ts'
import type { EventLog, StorageFailure } from '../eventLog.ts'
import { parseEvent } from '../parseEvent.ts'
import type { BackupHeader } from './backupFormat.ts'
import { type BackupProblem, readBackup } from './readBackup.ts'
import { type Attended, readAll } from './readInOrder.ts'
import { idOfRow, placeOfRow } from './rowOrder.ts'

/** What taking a file in would do. Nothing has been changed when this is known. */
export interface BackupPreview {
  readonly header: BackupHeader | null
  /** Ids that the log does not hold yet. */
  readonly fresh: ReadonlySet<string>
  /** Of the file's rows, those that the log holds already. */
  readonly known: number
  /** Of the new rows, those of kinds that this version does not know; kept. */
  readonly unknown: number
  /** Of the new rows, those that are no events; kept as they are. */
  readonly damaged: number
  /** Lines that cannot be kept: no JSON, or a row without an id. */
  readonly unusable: number
  /** From the earliest to the latest row; `null` if none has a time. */
  readonly span: { readonly from: EpochMs; readonly to: EpochMs } | null
  /** The devices whose rows these are, in the order of the file. */
  readonly devices: readonly string[]
  /** What is wrong with a file of which only a part is taken in. */
  readonly problem: BackupProblem | null
}

const deviceOfRow = (row: unknown): string | null =>
  typeof row === 'object' && row !== null && 'device' in row && typeof row.device === 'string' ? row.device : null

/** Reads a whole file and says what it would bring; a problem of the file, or of the log. */
export const previewBackup = async (
  log: EventLog,
  file: Blob,
  salvage: boolean,
  { tell, signal }: Attended,
): Promise<Result<BackupPreview, BackupProblem | StorageFailure>> => {
  const fresh = new Set<string>()
  const strange = new Map<string, 'unknown' | 'damaged'>()
  const devices = new Set<string>()
  let span: BackupPreview['span'] = null
  let withoutId = 0
  let hasEvents = false
  const take = (rows: readonly unknown[]): void => {
    for (const row of rows) {
      const parsed = parseEvent(row)
      hasEvents ||= parsed.ok || parsed.error === 'unknown'
      const id = idOfRow(row)
      if (id === null) {
        withoutId += 1
        continue
      }
      if (!parsed.ok && !fresh.has(id)) strange.set(id, parsed.error)
      fresh.add(id)
      const { at } = placeOfRow(row)
      if (Number.isFinite(at)) span = { from: Math.min(at, span?.from ?? at), to: Math.max(at, span?.to ?? at) }
      const device = deviceOfRow(row)
      if (device !== null) devices.add(device)
    }
  }
  const read = await readBackup(file, { salvage }, { tell: (share) => tell(share * 0.8), signal }, take)
  if (!read.ok) return read
  if (read.value.header === null && !hasEvents) return fail({ kind: 'foreign' })
  const inFile = fresh.size
  const compared = await forgetKnown(log, fresh, signal)
  if (!compared.ok) return compared
  tell(1)
  const kinds = [...fresh].flatMap((id) => strange.get(id) ?? [])
  return ok({
    header: read.value.header,
    fresh,
    known: inFile - fresh.size,
    unknown: kinds.filter((why) => why === 'unknown').length,
    damaged: kinds.filter((why) => why === 'damaged').length,
    unusable: read.value.illegible + withoutId,
    span,
    devices: [...devices],
    problem: read.value.problem,
  })
}

/** Takes away the ids that the log holds. */
const forgetKnown = (log: EventLog, ids: Set<string>, signal: AbortSignal): Promise<Result<void, StorageFailure>> =>
  readAll(log, signal, async (rows) => {
    for (const row of rows) ids.delete(idOfRow(row) ?? '')
  })

/** What a merge came to. After a failure `added` is what was stored before it. */
export interface Merged {
  readonly added: readonly string[]
  readonly failure: BackupProblem | StorageFailure | null
}

/** So much is stored at a time, since for each time the log is searched: rows, or batches of the file, which may be long rows. */
const rowsAtOnce = 16_384
const batchesAtOnce = 64

/**
 * Adds the rows that are new, many at a time: the file is read again, so that it is
 * never held. Each time all of them are stored or none, and merging again changes
 * nothing. Once begun it is not stopped.
 */
export const mergeBackup = async (log: EventLog, file: Blob, preview: BackupPreview, tell: (share: number) => void): Promise<Merged> => {
  const steady = new AbortController().signal
  const fresh = new Set(preview.fresh)
  // Another tab may have added some since the preview; undoing this merge must not take those back.
  const compared = await forgetKnown(log, fresh, steady)
  if (!compared.ok) return { added: [], failure: compared.error }
  const added: string[] = []
  let failure: BackupProblem | StorageFailure | null = null
  let waiting: unknown[] = []
  let batches = 0
  const store = async (): Promise<void> => {
    const rows = waiting
    waiting = []
    batches = 0
    if (rows.length === 0 || failure !== null) return
    const stored = await log.appendRows(rows)
    if (stored.ok) for (const row of rows) added.push(idOfRow(row) ?? '')
    else failure = stored.error
  }
  const take = async (rows: readonly unknown[]): Promise<void> => {
    for (const row of rows) if (fresh.delete(idOfRow(row) ?? '')) waiting.push(row)
    batches += 1
    if (waiting.length >= rowsAtOnce || batches >= batchesAtOnce) await store()
  }
  const read = await readBackup(file, { salvage: preview.problem !== null }, { tell, signal: steady }, take)
  if (!read.ok) failure ??= read.error
  else await store()
  return { added, failure }
}
