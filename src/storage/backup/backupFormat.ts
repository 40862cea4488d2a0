import * as v from 'valibot'
import type { Moment } from '../../core/time.ts'

/** What the first line of a backup says it is; docs/backup-format.md has the rest. */
export const backupFormat = 'hakoniwa backup'
/** Raised only if an older version could not read the file. A file of any earlier version stays readable. */
export const backupVersion = 1

/** The first line. */
export interface BackupHeader {
  readonly format: typeof backupFormat
  readonly version: number
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** The device that wrote it. */
  readonly device: string
}

/** The last line. */
export interface BackupTrailer {
  readonly rows: number
  /** SHA-256 over the bytes of the row lines, line ends included, in hexadecimal. */
  readonly sha256: string
  /** Rows that JSON cannot carry; they are in the log alone. */
  readonly leftOut: number
}

const headOf = v.looseObject({ format: v.literal(backupFormat) })
const header = v.looseObject({
  format: v.literal(backupFormat),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  createdAt: v.string(),
  device: v.string(),
})
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const trailer = v.looseObject({
  rows: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  leftOut: v.fallback(count, 0),
})

/** `foreign`: the first line of something else. `broken`: of a backup, but not as it was written. */
export const readHeader = (line: unknown): BackupHeader | 'foreign' | 'broken' => {
  if (!v.is(headOf, line)) return 'foreign'
  const read = v.safeParse(header, line)
  return read.success ? read.output : 'broken'
}

export const readTrailer = (line: unknown): BackupTrailer | null => {
  const read = v.safeParse(trailer, line)
  return read.success ? read.output : null
}

/** What a backup of a sane size stays below by far; beyond it a file is refused, with nothing changed. */
export interface BackupLimits {
  readonly fileBytes: number
  /** Unpacked. */
  readonly textBytes: number
  readonly lineBytes: number
  readonly rows: number
}
const mib = 1_048_576
/** A million records are about 30 MB packed and 250 MB unpacked; one undo of an import names each of them in one line. */
export const backupLimits: BackupLimits = { fileBytes: 256 * mib, textBytes: 1024 * mib, lineBytes: 64 * mib, rows: 4_000_000 }

/** `2026-11-24` where the learner is. */
export const localDate = ({ at, offsetMin }: Moment): string => new Date(at + offsetMin * 60_000).toISOString().slice(0, 10)
export const backupName = (moment: Moment): string => `hakoniwa-${localDate(moment)}.ndjson.gz`
