import { assertNever } from '../core/assertNever.ts'
import type { EventId } from '../core/ids.ts'
import type { Result } from '../core/result.ts'
import type { EpochMs } from '../core/time.ts'
import type { FolderState } from '../storage/backup/backupFolder.ts'
import type { LogReport } from '../storage/backup/checkLog.ts'
import type { CopyStub } from '../core/copies/keptCopies.ts'
import type { BackupPreview } from '../storage/backup/previewBackup.ts'
import type { BackupProblem } from '../storage/backup/readBackup.ts'
import type { StorageFailure } from '../storage/eventLog.ts'

/** What the browser says of the room it gives. */
export interface Keeping {
  /** Whether it promises not to clear the data by itself; `null`: it does not say. */
  readonly isPersisted: boolean | null
  readonly usedBytes: number | null
  readonly grantedBytes: number | null
}

/** When something was written, and how many rows the log had then. */
export interface Written {
  readonly at: EpochMs
  readonly rows: number
}

/** A file that has been read and can be taken in. */
export interface ChosenFile {
  readonly name: string
  readonly file: Blob
  readonly preview: BackupPreview
}

export interface DataState {
  readonly keeping: Keeping | null
  /** The browser was asked to keep the data, and has not promised it. */
  readonly hasDeclined: boolean
  readonly lastBackup: Written | null
  /** `null` until they have been looked at. */
  readonly copies: Result<readonly CopyStub[], StorageFailure> | null
  readonly folder: FolderState | null
  /** The last write into the folder that went well. */
  readonly folderWritten: Written | null
  /** Why the last copy or file that was to be made by itself was not. */
  readonly autosaveFailure: StorageFailure | null
  readonly task: { readonly kind: DataTask; readonly share: number } | null
  readonly chosen: ChosenFile | null
  readonly outcome: DataOutcome | null
  /** Finds out what the browser keeps: when the screen opens. */
  look(): Promise<void>
  /** Asks the browser not to clear the data by itself. */
  persist(): Promise<void>
  /** Gives the learner the backup of now as a file. */
  backUp(): Promise<void>
  /** Gives the learner the history as a table for spreadsheets. */
  saveTable(): Promise<void>
  /** Reads a file and shows what it would bring; nothing is changed. `salvage`: what can be read of a damaged one. */
  choose(name: string, file: Blob, salvage?: boolean): Promise<void>
  chooseCopy(copy: CopyStub): Promise<void>
  /** Merges the chosen file into the log, as one act. */
  merge(): Promise<void>
  /** Undoes the merge of the last outcome. */
  takeBack(): void
  /** Lets go of the chosen file. */
  dismiss(): void
  /** Stops the task under way, if it is one that can be stopped. */
  stop(): void
  copyNow(): Promise<void>
  saveCopy(copy: CopyStub): Promise<void>
  removeCopy(copy: CopyStub): Promise<void>
  pickFolder(): Promise<void>
  allowFolder(): Promise<void>
  forgetFolder(): Promise<void>
  /** Reads all rows, says what is wrong, and puts derived data right. */
  check(): Promise<void>
  /** Deletes every record once a copy is there. `evenSo`: the copy could not be made and the learner has a file. */
  erase(evenSo: boolean): Promise<void>
}

/** What may take long; one at a time. */
export type DataTask = 'backUp' | 'read' | 'merge' | 'copy' | 'check' | 'table' | 'erase' | 'folder'

/** What the last task came to, for its place on the screen. */
export type DataOutcome =
  | { readonly kind: 'backedUp'; readonly name: string; readonly rows: number; readonly leftOut: number }
  | { readonly kind: 'tabled'; readonly name: string; readonly rows: number; readonly leftOut: number }
  | { readonly kind: 'refused'; readonly name: string; readonly file: Blob; readonly problem: BackupProblem; readonly isSalvable: boolean }
  | { readonly kind: 'nothingNew'; readonly known: number }
  | {
      readonly kind: 'merged'
      readonly count: number
      /** What an undo has to name. */
      readonly ids: readonly EventId[]
      /** Why not all of it was merged. */
      readonly failure: BackupProblem | StorageFailure | null
    }
  | { readonly kind: 'takenBack'; readonly count: number }
  | { readonly kind: 'copied'; readonly copy: CopyStub }
  | { readonly kind: 'removed' }
  | { readonly kind: 'checked'; readonly report: LogReport; readonly isRepaired: boolean }
  | { readonly kind: 'notErased'; readonly name: string; readonly failure: StorageFailure }
  | { readonly kind: 'erased'; readonly count: number; readonly copy: CopyStub | null }
  | { readonly kind: 'stopped'; readonly task: DataTask }
  | { readonly kind: 'failed'; readonly task: DataTask; readonly failure: StorageFailure }

/** The task that an outcome belongs to. */
export const taskOf = (outcome: DataOutcome): DataTask => {
  switch (outcome.kind) {
    case 'backedUp':
      return 'backUp'
    case 'tabled':
      return 'table'
    case 'refused':
    case 'nothingNew':
      return 'read'
    case 'merged':
    case 'takenBack':
      return 'merge'
    case 'copied':
    case 'removed':
      return 'copy'
    case 'checked':
      return 'check'
    case 'notErased':
    case 'erased':
      return 'erase'
    case 'stopped':
    case 'failed':
      return outcome.task
    default:
      return assertNever(outcome)
  }
}
