import type { StorageFailure } from '../storage/eventLog.ts'
import { createCopying, type DataSources, readWritten } from './copying.ts'
import type { DataStore } from './dataStore.ts'

const minuteMs = 60_000
/** At most one copy in this time, and only if something was recorded since the last. */
const copyEveryMs = 15 * minuteMs
/** The same for the folder. */
const folderEveryMs = 5 * minuteMs
/** What was just begun is left in peace for so long. */
const calmMs = minuteMs
/** Some browsers ask the learner, and nobody wants to be asked often. */
const askAgainMs = 7 * 24 * 60 * minuteMs

const endless = new AbortController().signal
const silent = { tell: () => undefined, signal: endless }
const least = (...times: readonly (number | null)[]): number | null =>
  times.reduce((first, time) => (first === null || (time !== null && time < first) ? time : first), null)

/**
 * Keeps copies and the learner's folder up to date while the log grows, and asks the
 * browser to keep the data as soon as there is something to lose. Tabs take turns,
 * and the one that finds it done leaves it. `later`: runs work after that time.
 */
export const startAutosave = (sources: DataSources, dataStore: DataStore, later: (work: () => Promise<void>, ms: number) => void): void => {
  const { progressStore, now, copies, folder, notes, keeper, alone } = sources
  const { rowCount, deviceName, backupNow, putCopy } = createCopying(sources)
  /** How many rows the log had at the last copy of this page. */
  let copiedRows: number | null = null
  let isWaiting = false

  const askToKeep = async (): Promise<void> => {
    const asked = await notes.get('persistAsked')
    if (typeof asked === 'number' && now().at < asked + askAgainMs) return
    const isKept = await keeper.persisted().catch(() => true)
    if (!isKept) await dataStore.getState().persist()
  }

  /** How long until there is something to do; `null`: not before something is recorded. */
  const dueIn = async (): Promise<{ readonly copy: number | null; readonly folder: number | null }> => {
    const rows = rowCount()
    const { at } = now()
    const listed = await copies.list()
    const newest = listed.ok ? listed.value[0] : undefined
    const isCopied = !listed.ok || copiedRows === rows || newest?.rows === rows
    const written = await readWritten(notes, 'folderWritten')
    const isWritten = (await folder.state()).kind !== 'ready' || written?.rows === rows
    return {
      copy: isCopied ? null : Math.max(0, (newest?.at ?? 0) + copyEveryMs - at),
      folder: isWritten ? null : Math.max(0, (written?.at ?? 0) + folderEveryMs - at),
    }
  }

  const saveNow = async (wanted: { readonly copy: boolean; readonly folder: boolean }): Promise<StorageFailure | null> => {
    const rows = rowCount()
    const backup = await backupNow(silent)
    if (!backup.ok) return backup.error
    const failures: StorageFailure[] = []
    if (wanted.copy) {
      const copy = await putCopy('auto', backup.value)
      if (copy.ok) copiedRows = rows
      else failures.push(copy.error)
    }
    if (wanted.folder) {
      const written = await folder.write({ file: backup.value.file, device: await deviceName(), moment: now() })
      if (written.ok) await notes.set('folderWritten', { at: now().at, rows })
      else failures.push(written.error)
    }
    return failures[0] ?? null
  }

  const keepUp = async (): Promise<void> => {
    if (rowCount() === 0) return
    if (dataStore.getState().task !== null) return wait(calmMs)
    await askToKeep()
    const failure = await alone(async () => {
      const due = await dueIn()
      return due.copy === 0 || due.folder === 0 ? saveNow({ copy: due.copy === 0, folder: due.folder === 0 }) : null
    })
    dataStore.setState({ autosaveFailure: failure })
    await dataStore.getState().look()
    const next = await dueIn()
    const ms = least(next.copy, next.folder)
    // What failed is tried again, but not at once.
    if (ms !== null) wait(Math.max(ms, failure === null ? 0 : copyEveryMs))
  }

  const wait = (ms: number): void => {
    if (isWaiting) return
    isWaiting = true
    later(() => {
      isWaiting = false
      return keepUp()
    }, ms)
  }
  progressStore.subscribe(({ progress }, before) => {
    if (progress.eventCount !== before.progress.eventCount) wait(calmMs)
  })
  // What was recorded in the last minutes of the last visit.
  wait(calmMs)
}
