import { createStore } from 'zustand'
import type { StudyAct } from '../core/history/events.ts'
import { linksOf } from '../core/history/links.ts'
import { emptyProgress, settleTail } from '../core/history/progress.ts'
import { eventId } from '../core/ids.ts'
import { ok, type Result } from '../core/result.ts'
import { backupName, localDate } from '../storage/backup/backupFormat.ts'
import { checkLog } from '../storage/backup/checkLog.ts'
import { writeHistoryTable } from '../storage/backup/historyTable.ts'
import { mergeBackup, previewBackup } from '../storage/backup/previewBackup.ts'
import { isSalvable } from '../storage/backup/readBackup.ts'
import type { Attended } from '../storage/backup/readInOrder.ts'
import type { StorageFailure } from '../storage/eventLog.ts'
import { createCopying, type DataSources, readWritten } from './copying.ts'
import type { DataOutcome, DataState, DataTask } from './dataState.ts'

const noLinks = linksOf({ areas: [], topics: [] })
/** An act names at most so many of its rows in one event. */
const idsPerEvent = 10_000

/** Everything that keeps the history safe beyond saving it. What is read and written goes through the log; this store keeps what the screen shows of it. */
export const createDataStore = (sources: DataSources) =>
  createStore<DataState>()((set, get) => {
    const { log, progressStore, links, now, copies, folder, notes, keeper, saveFile } = sources
    const { rowCount, source, backupNow, makeCopy: copyNow, room } = createCopying(sources)
    let stopping = new AbortController()

    /** One task at a time; a second one is not begun. What it comes to is the outcome, being stopped included. */
    const run = async (kind: DataTask, work: (attended: Attended) => Promise<DataOutcome | null>): Promise<void> => {
      if (get().task !== null) return
      stopping = new AbortController()
      const { signal } = stopping
      set({ task: { kind, share: 0 }, outcome: null })
      let outcome: DataOutcome | null
      try {
        outcome = await work({ tell: (share) => set({ task: { kind, share } }), signal })
      } catch (error) {
        // Stopped; or a bug, of which the learner is told all the same, since no boundary sees it.
        outcome = signal.aborted
          ? { kind: 'stopped', task: kind }
          : { kind: 'failed', task: kind, failure: { reason: 'unknown', detail: String(error) } }
      }
      set({ task: null, outcome })
    }
    const failed = (task: DataTask, failure: StorageFailure): DataOutcome => ({ kind: 'failed', task, failure })

    const listCopies = async (): Promise<void> => set({ copies: await copies.list() })
    const makeCopy: typeof copyNow = async (reason, attended) => {
      const copy = await copyNow(reason, attended)
      await listCopies()
      return copy
    }
    const read = (name: string, open: () => Promise<Result<Blob, StorageFailure>>, salvage: boolean): Promise<void> =>
      run('read', async (attended) => {
        const file = await open()
        if (!file.ok) return failed('read', file.error)
        const preview = await previewBackup(log, file.value, salvage, attended)
        if (!preview.ok) {
          return 'kind' in preview.error
            ? { kind: 'refused', name, file: file.value, problem: preview.error, isSalvable: isSalvable(preview.error) }
            : failed('read', preview.error)
        }
        if (preview.value.fresh.size === 0) return { kind: 'nothingNew', known: preview.value.known }
        set({ chosen: { name, file: file.value, preview: preview.value } })
        return null
      })

    return {
      keeping: null,
      hasDeclined: false,
      lastBackup: null,
      copies: null,
      folder: null,
      folderWritten: null,
      autosaveFailure: null,
      task: null,
      chosen: null,
      outcome: null,

      look: async () => {
        const [isPersisted, { usage, quota }, lastBackup, folderWritten, state] = await Promise.all([
          keeper.persisted().catch(() => null),
          room(),
          readWritten(notes, 'lastBackup'),
          readWritten(notes, 'folderWritten'),
          folder.state(),
          listCopies(),
        ])
        set({
          keeping: { isPersisted, usedBytes: usage ?? null, grantedBytes: quota ?? null },
          lastBackup: lastBackup ?? get().lastBackup,
          folderWritten: folderWritten ?? get().folderWritten,
          folder: state,
        })
      },
      persist: async () => {
        await notes.set('persistAsked', now().at)
        const isPersisted = await keeper.persist().catch(() => false)
        await get().look()
        set({ hasDeclined: !isPersisted })
      },

      backUp: () =>
        run('backUp', async (attended) => {
          const backup = await backupNow(attended)
          if (!backup.ok) return failed('backUp', backup.error)
          const name = backupName(now())
          saveFile(name, backup.value.file)
          const { rows, leftOut } = backup.value.trailer
          const lastBackup = { at: now().at, rows: rows + leftOut }
          set({ lastBackup })
          await notes.set('lastBackup', lastBackup)
          return { kind: 'backedUp', name, rows, leftOut }
        }),
      saveTable: () =>
        run('table', async (attended) => {
          const table = await writeHistoryTable(source(), attended)
          if (!table.ok) return failed('table', table.error)
          const name = `hakoniwa-history-${localDate(now())}.csv`
          saveFile(name, table.value.file)
          return { kind: 'tabled', name, rows: table.value.rows, leftOut: table.value.leftOut }
        }),

      choose: (name, file, salvage = false) => read(name, async () => ok(file), salvage),
      chooseCopy: (copy) => read(copy.name, () => copies.open(copy.name), false),
      merge: async () => {
        const { chosen } = get()
        if (chosen === null) return
        set({ chosen: null })
        await run('merge', async ({ tell, signal }) => {
          // What another tab has added meanwhile is in the copy, too. Without one the merge can still be undone.
          if (rowCount() > 0) await makeCopy('import', { tell: (share) => tell(share * 0.3), signal })
          const { added, failure } = await mergeBackup(log, chosen.file, chosen.preview, (share) => tell(0.3 + share * 0.6))
          const ids = added.map(eventId)
          await progressStore.getState().load()
          const acts: StudyAct[] = []
          for (let from = 0; from < ids.length; from += idsPerEvent)
            acts.push({ kind: 'imported', events: ids.slice(from, from + idsPerEvent) })
          const imports = progressStore.getState().record(acts)
          return { kind: 'merged', count: ids.length, ids: [...imports, ...ids], failure }
        })
      },
      takeBack: () => {
        const { outcome } = get()
        if (outcome?.kind !== 'merged') return
        progressStore.getState().retract(outcome.ids)
        set({ outcome: { kind: 'takenBack', count: outcome.count } })
      },
      dismiss: () => set({ chosen: null }),
      stop: () => stopping.abort(),

      copyNow: () =>
        run('copy', async (attended) => {
          const copy = await makeCopy('hand', attended)
          return copy.ok ? { kind: 'copied', copy: copy.value } : failed('copy', copy.error)
        }),
      saveCopy: (copy) =>
        run('copy', async () => {
          const file = await copies.open(copy.name)
          if (!file.ok) return failed('copy', file.error)
          saveFile(backupName({ ...now(), at: copy.at }), file.value)
          return null
        }),
      removeCopy: (copy) =>
        run('copy', async () => {
          const removed = await copies.remove(copy.name)
          await listCopies()
          return removed.ok ? { kind: 'removed' } : failed('copy', removed.error)
        }),

      pickFolder: async () => set({ folder: await folder.pick() }),
      allowFolder: async () => set({ folder: await folder.allow() }),
      forgetFolder: async () => set({ folder: await folder.forget() }),

      check: () =>
        run('check', async (attended) => {
          await progressStore.getState().load()
          const reading = await log.readProgress(links, () => undefined)
          if (!reading.ok) return failed('check', reading.error)
          const report = await checkLog(source, links, () => progressStore.getState().progress, now().at, attended)
          if (!report.ok) return failed('check', report.error)
          const { isShownRight, refolded } = report.value
          if (!isShownRight) {
            progressStore.setState({ progress: refolded })
            const settled = settleTail(refolded, links)
            // The snapshot that was wrong may reach as far and would be taken for this one: one for no catalogue, which fits no start, parts them.
            await log.settle(settled, reading.value.place, noLinks)
            await log.settle(settled, reading.value.place, links)
          }
          return { kind: 'checked', report: report.value, isRepaired: !isShownRight }
        }),
      erase: (evenSo) =>
        run('erase', async (attended) => {
          const count = rowCount()
          const copy = await makeCopy('erase', attended)
          if (!copy.ok && !evenSo) {
            const backup = await backupNow(attended)
            if (!backup.ok) return failed('erase', backup.error)
            const name = backupName(now())
            saveFile(name, backup.value.file)
            return { kind: 'notErased', name, failure: copy.error }
          }
          await progressStore.getState().save()
          const erased = await log.erase()
          if (!erased.ok) return failed('erase', erased.error)
          progressStore.setState({ progress: emptyProgress, unread: [], unsaved: [], failure: null })
          return { kind: 'erased', count, copy: copy.ok ? copy.value : null }
        }),
    }
  })

export type DataStore = ReturnType<typeof createDataStore>
