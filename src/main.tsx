import './ui/tokens.css'
import './ui/base.css'
import './app/shell.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { BrowserRouter } from 'react-router'
import { v4 } from 'uuid'
import { App } from './app/App.tsx'
import { saveFile } from './app/saveFile.ts'
import { showStartState } from './app/showStartState.ts'
import { builtCatalog } from './catalog/builtCatalog.ts'
import type { Lang } from './core/content/types.ts'
import { attemptId, deviceId } from './core/ids.ts'
import type { EpochMs } from './core/time.ts'
import { startTexts } from './i18n/setup.ts'
import { startFit } from './optimizer/startFit.ts'
import { createIndexedDbLog } from './storage/indexedDbLog.ts'
import { createStamp } from './storage/stamp.ts'
import { createProgressStore } from './stores/progressStore.ts'
import { createSettingsStore } from './stores/settingsStore.ts'
import { StudyProvider } from './stores/StudyProvider.tsx'
import type { DataStore } from './stores/dataStore.ts'

// Subtracted, since the negative of 0 is a number that JSON does not give back.
const offsetMin = (at: EpochMs): number => 0 - new Date(at).getTimezoneOffset()
const now = () => ({ at: Date.now(), offsetMin: offsetMin(Date.now()) })
/** A browser that refuses storage may refuse the very property. */
const shelf = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, value: string) => localStorage.setItem(key, value),
}

/** The only wiring: open the log, take it in, show the app. `tell` hears how much of a replay is done. */
const start = async (root: HTMLElement, tell: (share: number) => void): Promise<void> => {
  // `public/boot.js` has set the language from the address, the settings or the browser.
  const lang: Lang = document.documentElement.lang === 'ja' ? 'ja' : 'en'
  const log = createIndexedDbLog({ name: 'hakoniwa' })
  const [catalog, texts, named] = await Promise.all([builtCatalog(), startTexts(lang), log.deviceId()])
  const progressStore = createProgressStore({ log, links: catalog.links, stamp: (act) => ({ ...stamp(), ...act }), saveFile })
  // Heard from the start: what another tab appends while this one reads is not missed.
  log.watch((what) => {
    if (what === 'erased') location.reload()
    else void progressStore.getState().load()
  })
  const endTelling = progressStore.subscribe(({ replaying }) => replaying !== null && tell(replaying))
  await progressStore.getState().load()
  endTelling()
  // A write that failed is tried again as soon as the learner or the connection is back, besides by itself.
  const saveAgain = (): void => void progressStore.getState().save()
  document.addEventListener('visibilitychange', saveAgain)
  addEventListener('online', saveAgain)
  // A browser that stores nothing has no lasting name either; this one holds for the page.
  const device = named.ok ? named.value : deviceId(v4())
  const stamp = createStamp({
    now: Date.now,
    offsetMin,
    device,
    lastAt: () => progressStore.getState().progress.latestAt.get(device) ?? 0,
  })
  let opening: Promise<DataStore> | undefined
  const loadDataStore = (): Promise<DataStore> => {
    opening ??= import('./app/openData.ts').then(({ openData }) => openData({ log, progressStore, links: catalog.links, now }))
    opening.catch(() => {
      opening = undefined
    })
    return opening
  }
  const study = {
    catalog,
    progressStore,
    settingsStore: createSettingsStore(shelf),
    fitSources: { readRows: log.readRows, startFit },
    now,
    loadDataStore,
    device,
    newAttempt: () => ({ id: attemptId(v4()), seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 }),
  }
  // The copies that are made by themselves; the first screen does not wait for them, and offline they may have to wait.
  const keepCopies = (ms: number): void => void setTimeout(() => loadDataStore().catch(() => keepCopies(60_000)), ms)
  keepCopies(5000)
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={texts}>
        <StudyProvider study={study}>
          <BrowserRouter basename={import.meta.env.BASE_URL.replace(/\/$/, '')}>
            <App />
          </BrowserRouter>
        </StudyProvider>
      </I18nextProvider>
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (root !== null) {
  let share: number | null = null
  let isLate = false
  const show = (): void => {
    if (!isLate) return
    if (share === null) showStartState(root, 'waiting')
    else showStartState(root, 'replaying', share)
  }
  // Most starts are over before anyone could read this; a database held by another tab, or a replay of years, takes seconds.
  const waiting = setTimeout(() => {
    isLate = true
    show()
  }, 1500)
  start(root, (told) => {
    share = told
    show()
  })
    .catch((error: unknown) => {
      showStartState(root, 'failed')
      reportError(error)
    })
    .finally(() => clearTimeout(waiting))
}
