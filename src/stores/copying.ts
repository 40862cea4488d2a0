import * as v from 'valibot'
import type { Links } from '../core/history/links.ts'
import type { Result } from '../core/result.ts'
import type { Moment } from '../core/time.ts'
import type { BackupFolder } from '../storage/backup/backupFolder.ts'
import { type CopyShelf, mostCopyBytes } from '../storage/backup/copyShelf.ts'
import type { FileNotes, NoteKey } from '../storage/backup/fileNotes.ts'
import type { CopyReason, CopyStub } from '../core/copies/keptCopies.ts'
import type { Attended, RowSource } from '../storage/backup/readInOrder.ts'
import { type Backup, writeBackup } from '../storage/backup/writeBackup.ts'
import type { EventLog, StorageFailure } from '../storage/eventLog.ts'
import type { Written } from './dataState.ts'
import type { ProgressStore } from './progressStore.ts'

/** The part of `navigator.storage` that is used; where a browser lacks it, the calls reject. */
export type StorageKeeper = Pick<StorageManager, 'persisted' | 'persist' | 'estimate'>

/** What the care for the history works with. */
export interface DataSources {
  readonly log: EventLog
  readonly progressStore: ProgressStore
  readonly links: Links
  readonly now: () => Moment
  readonly copies: CopyShelf
  readonly folder: BackupFolder
  readonly notes: FileNotes
  readonly keeper: StorageKeeper
  readonly saveFile: (name: string, file: Blob) => void
  /** Runs work that no other tab may do at the same time. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>
}

const WrittenNote = v.object({ at: v.number(), rows: v.number() })
export const readWritten = async (notes: FileNotes, key: NoteKey): Promise<Written | null> => {
  const note = v.safeParse(WrittenNote, await notes.get(key))
  return note.success ? note.output : null
}

/** Backups of the log as it is now, what is not saved yet included. */
export const createCopying = ({ log, progressStore, now, copies, keeper, alone }: DataSources) => {
  /** Every row, those that cannot be read included. */
  const rowCount = (): number => {
    const { progress, unread } = progressStore.getState()
    return progress.eventCount + unread.length
  }
  const source = (): RowSource => ({ log, unsaved: progressStore.getState().unsaved, expected: rowCount() })
  const deviceName = async (): Promise<string> => {
    const named = await log.deviceId()
    return named.ok ? named.value : 'unnamed'
  }
  const backupNow = async (attended: Attended): Promise<Result<Backup, StorageFailure>> =>
    writeBackup(source(), { at: now().at, device: await deviceName() }, attended)
  const room = async (): Promise<StorageEstimate> => keeper.estimate().catch(() => ({}))
  /** Lays a backup beside the log and takes away the copies that need not stay. */
  const putCopy = async (reason: CopyReason, { file, trailer }: Backup): Promise<Result<CopyStub, StorageFailure>> => {
    const { at, offsetMin } = now()
    const copy = await copies.put({ at, rows: trailer.rows, reason }, file)
    if (copy.ok) await copies.thin(offsetMin, mostCopyBytes((await room()).quota))
    return copy
  }
  const makeCopy = (reason: CopyReason, attended: Attended): Promise<Result<CopyStub, StorageFailure>> =>
    alone(async () => {
      const backup = await backupNow(attended)
      return backup.ok ? putCopy(reason, backup.value) : backup
    })
  return { rowCount, source, deviceName, backupNow, room, putCopy, makeCopy }
}
