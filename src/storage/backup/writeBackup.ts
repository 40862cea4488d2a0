import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Result } from '../../core/result.ts'
import type { EpochMs } from '../../core/time.ts'
import type { StorageFailure } from '../eventLog.ts'
import { backupFormat, type BackupHeader, type BackupTrailer, backupVersion } from './backupFormat.ts'
import { isCarried } from './carried.ts'
import type { Attended, RowSource } from './readInOrder.ts'
import { writeFile } from './writeFile.ts'

export interface Backup {
  readonly file: Blob
  readonly trailer: BackupTrailer
}

const line = (value: object): string => `${JSON.stringify(value)}\n`

/** The whole log as a backup file: each row exactly as stored, in the order of `(at, id)`, so that the same log gives the same lines. */
export const writeBackup = async (
  source: RowSource,
  { at, device }: { readonly at: EpochMs; readonly device: string },
  attended: Attended,
): Promise<Result<Backup, StorageFailure>> => {
  const encoder = new TextEncoder()
  const header: BackupHeader = { format: backupFormat, version: backupVersion, createdAt: new Date(at).toISOString(), device }
  let trailer: BackupTrailer = { rows: 0, sha256: '', leftOut: 0 }
  const open = () => {
    const hash = sha256.create()
    let rows = 0
    let leftOut = 0
    return {
      begin: () => line(header),
      rows: (batch: readonly unknown[]) => {
        const carried = batch.filter((row) => isCarried(row))
        rows += carried.length
        leftOut += batch.length - carried.length
        const bytes = encoder.encode(carried.map((row) => `${JSON.stringify(row)}\n`).join(''))
        hash.update(bytes)
        return bytes
      },
      end: () => {
        trailer = { rows, sha256: bytesToHex(hash.digest()), leftOut }
        return line(trailer)
      },
    }
  }
  const file = await writeFile(source, { type: 'application/gzip', isPacked: true }, open, attended)
  return file.ok ? { ok: true, value: { file: file.value, trailer } } : file
}
