import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { fail, ok, type Result } from '../../core/result.ts'
import { type BackupHeader, type BackupLimits, backupLimits, backupVersion, readHeader, readTrailer } from './backupFormat.ts'
import { isCarried } from './carried.ts'
import { createPause } from './pause.ts'
import type { Attended } from './readInOrder.ts'
import { createLineSplitter } from './splitLines.ts'
import { unpackedBytes } from './unpackedBytes.ts'

/**
 * Why a file cannot be taken in. `broken`: its packing ends early or is damaged.
 * `cutOff`: its last line is missing. `edited`: it is not what was written. Of these
 * three what can be read may still be had. `strange`: a line that no program meant well.
 */
export type BackupProblem =
  | { readonly kind: 'empty' | 'tooLarge' | 'tooMuch' | 'zip' | 'foreign' | 'broken' | 'cutOff' | 'edited' | 'unreadable' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'longLine' | 'strange'; readonly line: number }

/** Whether what can be read of such a file may be taken in, if the learner says so. */
export const isSalvable = ({ kind }: BackupProblem): boolean => kind === 'broken' || kind === 'cutOff' || kind === 'edited'

export interface FileRead {
  /** `null`: a file of rows alone, as the page hands it out when storage fails. */
  readonly header: BackupHeader | null
  /** Lines that are no JSON. */
  readonly illegible: number
  /** The first fault found; only what was salvaged has one. */
  readonly problem: BackupProblem | null
}

export interface ReadBackupOptions {
  /** Goes on past what `isSalvable`. */
  readonly salvage: boolean
  readonly limits?: BackupLimits
}

type Bytes = Uint8Array<ArrayBuffer>
const batchRows = 512
const batchBytes = 1_048_576

/**
 * Reads a backup, or a file of rows alone, from beginning to end: rows go to `take`
 * as they come, so a fault may be found after many of them. Nothing is held but one
 * batch. Rejects only if `attended.signal` stops it.
 */
export const readBackup = async (
  file: Blob,
  { salvage, limits = backupLimits }: ReadBackupOptions,
  { tell, signal }: Attended,
  take: (rows: readonly unknown[]) => void | Promise<void>,
): Promise<Result<FileRead, BackupProblem>> => {
  if (file.size === 0) return fail({ kind: 'empty' })
  if (file.size > limits.fileBytes) return fail({ kind: 'tooLarge' })
  const start = await firstBytes(file)
  if (start === null) return fail({ kind: 'unreadable' })
  if (start[0] === 0x50 && start[1] === 0x4b) return fail({ kind: 'zip' })
  const { bytes, isUnreadable } = unpackedBytes(file, start[0] === 0x1f && start[1] === 0x8b, tell)
  const reader = bytes.getReader()
  const splitter = createLineSplitter(limits.lineBytes)
  const reading = createReading(salvage, limits, take)
  const pause = createPause()
  let unpacked = 0
  let isBroken = false
  const stop = (problem: BackupProblem): Result<FileRead, BackupProblem> => {
    reader.cancel().catch(() => undefined)
    return fail(problem)
  }
  for (;;) {
    if (signal.aborted) stop({ kind: 'unreadable' })
    signal.throwIfAborted()
    const piece = await reader.read().catch(() => null)
    if (piece === null) {
      if (isUnreadable()) return fail({ kind: 'unreadable' })
      isBroken = true
      break
    }
    if (piece.done) break
    unpacked += piece.value.length
    if (unpacked > limits.textBytes) return stop({ kind: 'tooMuch' })
    const lines = splitter.push(piece.value)
    if (lines === null) return stop(reading.lineCount() === 0 ? { kind: 'foreign' } : { kind: 'longLine', line: reading.lineCount() + 1 })
    for (const line of lines) {
      const problem = await reading.line(line)
      if (problem !== null) return stop(problem)
    }
    await pause()
  }
  return reading.end(splitter.rest(), isBroken)
}

const firstBytes = async (file: Blob): Promise<Bytes | null> => {
  try {
    return new Uint8Array(await file.slice(0, 4).arrayBuffer())
  } catch {
    // Gone, changed or forbidden since it was chosen.
    return null
  }
}

/** The value of a line of JSON; `undefined`: it is none. */
const parseLine = (decoder: TextDecoder, bytes: Bytes): unknown => {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    // Not UTF-8, not JSON, or a part of it.
    return undefined
  }
}
const isBlank = (bytes: Bytes): boolean => bytes.length <= 2 && bytes.every((byte) => byte === 0x0a || byte === 0x0d)

/** The lines of one file, one after the other. The last line of a backup is known to be that only when no other follows. */
const createReading = (salvage: boolean, limits: BackupLimits, take: (rows: readonly unknown[]) => void | Promise<void>) => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const hash = sha256.create()
  let header: BackupHeader | null = null
  let lineCount = 0
  let rowCount = 0
  let illegible = 0
  let batch: unknown[] = []
  let bytesInBatch = 0
  /** The last line so far, of a backup. */
  let held: Bytes | null = null

  const flush = async (): Promise<void> => {
    const rows = batch
    batch = []
    bytesInBatch = 0
    if (rows.length > 0) await take(rows)
  }
  const row = async (bytes: Bytes, line: number): Promise<BackupProblem | null> => {
    rowCount += 1
    if (header !== null) hash.update(bytes)
    const value = parseLine(decoder, bytes)
    if (value === undefined) {
      illegible += 1
      return null
    }
    if (!isCarried(value)) return { kind: 'strange', line }
    batch.push(value)
    bytesInBatch += bytes.length
    if (batch.length >= batchRows || bytesInBatch >= batchBytes) await flush()
    return null
  }
  const first = async (bytes: Bytes): Promise<BackupProblem | null> => {
    const value = parseLine(decoder, bytes)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'foreign' }
    const read = readHeader(value)
    if (read === 'foreign') return row(bytes, 1)
    if (read === 'broken') return { kind: 'edited' }
    if (read.version > backupVersion) return { kind: 'newer', version: read.version }
    header = read
    return null
  }
  const line = async (bytes: Bytes): Promise<BackupProblem | null> => {
    lineCount += 1
    if (lineCount > limits.rows + 2) return { kind: 'tooMuch' }
    if (isBlank(bytes) && lineCount > 1) return null
    if (lineCount === 1) return first(bytes)
    if (header === null) return row(bytes, lineCount)
    const before = held
    held = bytes
    return before === null ? null : row(before, lineCount - 1)
  }
  /** What is wrong with the last line, if it is the last. */
  const faultOfEnd = (isBroken: boolean): BackupProblem | null => {
    if (isBroken) return { kind: 'broken' }
    const trailer = held === null ? null : readTrailer(parseLine(decoder, held))
    if (trailer === null) return { kind: 'cutOff' }
    return trailer.rows === rowCount && trailer.sha256 === bytesToHex(hash.digest()) ? null : { kind: 'edited' }
  }
  return {
    lineCount: () => lineCount,
    line,
    end: async (rest: Bytes, isBroken: boolean): Promise<Result<FileRead, BackupProblem>> => {
      if (rest.length > 0) {
        const last = await line(rest)
        if (last !== null) return fail(isBroken && last.kind === 'foreign' ? { kind: 'broken' } : last)
      }
      if (lineCount === 0) return fail({ kind: isBroken ? 'broken' : 'empty' })
      const problem: BackupProblem | null = header !== null ? faultOfEnd(isBroken) : isBroken ? { kind: 'broken' } : null
      if (problem !== null && !salvage) return fail(problem)
      if (held !== null && (problem?.kind === 'broken' || problem?.kind === 'cutOff')) {
        const last = await row(held, lineCount)
        if (last !== null) return fail(last)
      }
      await flush()
      return ok({ header, illegible, problem })
    },
  }
}
