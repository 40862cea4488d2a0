import type { StudyAct, StudyEvent } from '../../src/core/history/events.ts'
import { createBackupFolder } from '../../src/storage/backup/backupFolder.ts'
import { createCopyShelf } from '../../src/storage/backup/copyShelf.ts'

import type { EventLog } from '../../src/storage/eventLog.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import type { DataSources } from '../../src/stores/copying.ts'
import { createDataStore } from '../../src/stores/dataStore.ts'
import { createProgressStore } from '../../src/stores/progressStore.ts'
import { createDiary } from './events.ts'
import { createMemoryFolder, createMemoryNotes } from './memoryFolder.ts'
import { links } from './shakyLog.ts'

/** Where a browser's files are: shared by the tabs that are given it. */
export const createPlaces = () => ({
  copies: createMemoryFolder('copies'),
  own: createMemoryFolder('backups'),
  notes: createMemoryNotes(),
  asked: [] as number[],
})

/** One tab: the real stores on the memory log and on a browser's files in memory, with a clock that the test moves. */
export const createTab = async ({
  log = createMemoryLog(),
  places = createPlaces(),
  isPersisted = false,
  device = 'pen',
}: {
  log?: EventLog
  places?: ReturnType<typeof createPlaces>
  isPersisted?: boolean
  device?: string
} = {}) => {
  // Tuesday, 24 November 2026, 12:00 in Japan.
  let at = Date.UTC(2026, 10, 24, 3)
  const diary = createDiary(device)
  const progressStore = createProgressStore({
    log,
    links,
    stamp: (act: StudyAct): StudyEvent => ({ ...diary(0, act), at }),
    saveFile: () => undefined,
  })
  await progressStore.getState().load()
  const files: { readonly name: string; readonly file: Blob }[] = []
  const sources: DataSources = {
    log,
    progressStore,
    links,
    now: () => ({ at, offsetMin: 540 }),
    copies: createCopyShelf(async () => places.copies.handle),
    folder: createBackupFolder(places.notes, async () => places.own.handle),
    notes: places.notes,
    keeper: {
      persisted: async () => isPersisted,
      persist: async () => {
        places.asked.push(at)
        return false
      },
      estimate: async () => ({ quota: 1_000_000_000 }),
    },
    saveFile: (name, file) => void files.push({ name, file }),
    alone: (work) => work(),
  }
  const dataStore = createDataStore(sources)
  return {
    log,
    places,
    sources,
    progressStore,
    dataStore,
    files,
    state: () => dataStore.getState(),
    now: () => at,
    record: async (...acts: readonly StudyAct[]) => {
      progressStore.getState().record(acts)
      await progressStore.getState().save()
    },
    pass: (ms: number) => {
      at += ms
    },
  }
}
export type Tab = Awaited<ReturnType<typeof createTab>>
