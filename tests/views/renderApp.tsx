import '@testing-library/jest-dom/vitest'
import { act, cleanup, configure, getConfig, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter, useLocation, useNavigate } from 'react-router'
import { afterEach, vi } from 'vitest'
import { App } from '../../src/app/App.tsx'
import { createCatalog } from '../../src/catalog/catalog.ts'
import type { Catalogue, Lang, Topic } from '../../src/core/content/types.ts'
import type { StudyAct, StudyEvent } from '../../src/core/history/events.ts'
import { attemptId, deviceId, type TopicId } from '../../src/core/ids.ts'
import type { Seed } from '../../src/core/random.ts'
import { startTexts } from '../../src/i18n/setup.ts'
import { type StartFit, startFit as startFitInWorker } from '../../src/optimizer/startFit.ts'
import type { EventLog } from '../../src/storage/eventLog.ts'
import { createBackupFolder } from '../../src/storage/backup/backupFolder.ts'
import { createCopyShelf } from '../../src/storage/backup/copyShelf.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { createStamp } from '../../src/storage/stamp.ts'
import { createDataStore } from '../../src/stores/dataStore.ts'
import { createProgressStore } from '../../src/stores/progressStore.ts'
import { createSettingsStore } from '../../src/stores/settingsStore.ts'
import { StudyProvider } from '../../src/stores/StudyProvider.tsx'
import { createMemoryFolder, createMemoryNotes } from '../helpers/memoryFolder.ts'
import { gardenCatalogue, gardenTopic } from './garden.ts'

/** 2026-04-01, 09:00 in Japan. */
const morning = Date.UTC(2026, 3, 1, 0, 0)
export const dayMs = 86_400_000
const offsetMin = 540

// jsdom lays nothing out and has neither of these; where the page scrolls to is tested in a browser.
Element.prototype.scrollIntoView = () => undefined
window.scrollTo = () => undefined
// Its files cannot be read as a stream.
Blob.prototype.stream ??= function () {
  return new ReadableStream({
    start: async (controller) => {
      controller.enqueue(new Uint8Array(await this.arrayBuffer()))
      controller.close()
    },
  })
}
// Nor has it modal dialogs; that the rest of the page is out of reach then is tested in a browser.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true
}
HTMLDialogElement.prototype.close = function () {
  if (!this.open) return
  this.open = false
  this.dispatchEvent(new Event('close'))
}

afterEach(() => {
  cleanup()
  document.documentElement.removeAttribute('lang')
  document.documentElement.removeAttribute('data-theme')
})

export interface World {
  readonly path?: string
  readonly lang?: Lang
  /** What was done before, days ago each: the app folds it like any history. */
  readonly history?: readonly { readonly daysAgo: number; readonly act: StudyAct }[]
  readonly log?: EventLog
  readonly seed?: Seed
  readonly catalogue?: Catalogue
  readonly loadTopic?: (id: TopicId, lang: Lang) => Promise<Topic>
  /** What `localStorage` holds. */
  readonly shelf?: Map<string, string>
  /** jsdom has no workers: unless a test gives something that fits, there is none. */
  readonly startFit?: StartFit
  /** Where the copies lie; `null`: a browser that has no such place. */
  readonly copyFolder?: FileSystemDirectoryHandle | null
  /** The folder that the learner picks; `null`: a browser that lets none be picked. */
  readonly ownFolder?: FileSystemDirectoryHandle | null
  /** Whether the browser promises to keep the data, before and after it is asked. */
  readonly persisted?: readonly [boolean, boolean]
}

const Address = ({ onChange }: { onChange: (address: string, goBack: () => void) => void }) => {
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  onChange(pathname + search + hash, () => void navigate(-1))
  return null
}

/** The whole app on the garden's catalogue, with the real stores, the memory log and a clock that the test moves. */
export const renderApp = async ({
  path = '/',
  lang = 'en',
  history = [],
  log = createMemoryLog(),
  seed = 1,
  catalogue = gardenCatalogue,
  loadTopic = async (id, shown) => gardenTopic(id, shown),
  shelf = new Map(),
  startFit = startFitInWorker,
  copyFolder = createMemoryFolder().handle,
  ownFolder = null,
  persisted = [false, true],
}: World = {}) => {
  let at = morning
  const device = deviceId('test')
  const past = history.map(({ daysAgo, act: done }, index): StudyEvent => {
    const stamp = createStamp({ now: () => morning - daysAgo * dayMs + index, offsetMin: () => offsetMin, device, lastAt: () => 0 })
    return { ...stamp(), ...done }
  })
  await log.append(past)
  const catalog = createCatalog(catalogue, loadTopic)
  const saved: { name: string; text: string }[] = []
  const stamp = createStamp({
    now: () => at,
    offsetMin: () => offsetMin,
    device,
    lastAt: () => progressStore.getState().progress.latestAt.get(device) ?? 0,
  })
  const progressStore = createProgressStore({
    log,
    links: catalog.links,
    stamp: (done) => ({ ...stamp(), ...done }),
    saveFile: (name, text) => void saved.push({ name, text }),
  })
  await progressStore.getState().load()
  const settingsStore = createSettingsStore({
    getItem: (key) => shelf.get(key) ?? null,
    setItem: (key, value) => void shelf.set(key, value),
  })
  let attempts = 0
  const texts = await startTexts(lang)
  const now = () => ({ at, offsetMin })
  const files: { name: string; file: Blob }[] = []
  const notes = createMemoryNotes()
  let [isPersisted] = persisted
  const dataStore = createDataStore({
    log,
    progressStore,
    links: catalog.links,
    now,
    copies: createCopyShelf(async () => {
      if (copyFolder === null) throw new TypeError('navigator.storage is undefined')
      return copyFolder
    }),
    folder: createBackupFolder(notes, ownFolder === null ? undefined : async () => ownFolder),
    notes,
    keeper: {
      persisted: async () => isPersisted,
      persist: async () => {
        isPersisted = persisted[1]
        return isPersisted
      },
      estimate: async () => ({ usage: 4_200_000, quota: 2_000_000_000 }),
    },
    saveFile: (name, file) => void files.push({ name, file }),
    alone: (work) => work(),
  })
  const opened = Promise.resolve(dataStore)
  const study = {
    loadDataStore: () => opened,
    catalog,
    progressStore,
    settingsStore,
    fitSources: { readRows: log.readRows, startFit },
    now,
    device,
    newAttempt: () => {
      attempts += 1
      return { id: attemptId(`attempt-${attempts}`), seed: seed + attempts - 1 }
    },
  }
  const user = createUser()
  let address = ''
  let back = (): void => undefined
  // Screens and topics arrive as promises, so the first paint is awaited inside act.
  const view = await act(async () =>
    render(
      <I18nextProvider i18n={texts}>
        <StudyProvider study={study}>
          <MemoryRouter initialEntries={[path]}>
            <App />
            <Address
              onChange={(shown, goBack) => {
                address = shown
                back = goBack
              }}
            />
          </MemoryRouter>
        </StudyProvider>
      </I18nextProvider>,
    ),
  )
  // What is loaded when it is needed, so that a test meets the screen and not its waiting.
  await act(() => vi.dynamicImportSettled())
  await settled()
  return {
    ...view,
    user,
    log,
    progressStore,
    dataStore,
    links: catalog.links,
    now,
    /** Files handed to the learner. */
    saved,
    /** Files of the data section handed to the learner. */
    files,
    address: () => address,
    /** As the browser's own button does. */
    goBack: () => act(async () => back()),
    progress: () => progressStore.getState().progress,
    /** What was added to the log since the app started, in the order in which it was done. */
    done: () => events(log).then((all) => all.slice(past.length)),
    /** What another tab of the same learner does, and this one takes in. */
    fromAnotherTab: async (acts: readonly StudyAct[]) => {
      await act(async () => {
        await log.append(acts.map((done): StudyEvent => ({ ...stamp(), ...done })))
        await progressStore.getState().load()
      })
      await settled()
    },
    pass: (ms: number) => {
      at += ms
    },
  }
}

/** How often it is looked, at most, whether a screen has what it asked for; what waits for something that never comes is left waiting. */
const mostRounds = 100

/** Until the screen and its parts have what they asked for: none says that it waits, and none has changed since the look before. */
const settled = async (): Promise<void> => {
  let before: string | undefined
  for (let round = 0; round < mostRounds; round += 1) {
    await act(async () => {
      await vi.dynamicImportSettled()
      await new Promise((resolve) => setTimeout(resolve, round === 0 ? 0 : 5))
    })
    const shown = document.body.innerHTML
    if (shown === before && document.querySelector('[aria-busy="true"]') === null) return
    before = shown
  }
}

// A screen that suspends while an event is handled resumes only if the event is awaited inside act;
// the library's own wrapper would leave act for as long as the event lasts.
let acting = false
const outsideAct = getConfig().asyncWrapper
configure({ asyncWrapper: (work) => (acting ? work() : outsideAct(work)), asyncUtilTimeout: 10_000 })
const inAct = async (work: () => Promise<void>): Promise<void> => {
  acting = true
  await act(work)
  acting = false
}
const createUser = () => {
  const user = userEvent.setup()
  return {
    click: (element: Element) => inAct(() => user.click(element)),
    keyboard: (keys: string) => inAct(() => user.keyboard(keys)),
    type: (element: Element, text: string) => inAct(() => user.type(element, text)),
    upload: (element: HTMLElement, file: File) => inAct(() => user.upload(element, file)),
    tab: () => inAct(() => user.tab()),
    selectOptions: (element: Element, option: string) => inAct(() => user.selectOptions(element, option)),
  }
}

/** Every event that the log can read. */
export const events = async (log: EventLog): Promise<readonly StudyEvent[]> => {
  const contents = await log.readSince(0)
  if (!contents.ok) throw new Error(contents.error.detail)
  return contents.value.events
}

/** The main part of the page, without the ways to other screens. */
export const main = () => within(screen.getByRole('main'))
/** The ways to other screens, as the rail has them; the tabs repeat them. */
export const ways = () => {
  const [rail] = screen.getAllByRole('navigation', { name: /^(Main screens|主な画面)$/ })
  if (rail === undefined) throw new Error('This screen has no ways to others')
  return within(rail)
}
/** Waits for a screen or topic that is on its way. */
export const arrived = (heading: string | RegExp) => screen.findByRole('heading', { level: 1, name: heading })
