import { test as base, expect, type Page } from '@playwright/test'
import { type Watch, watchContext } from './watch.ts'

export type Lang = 'ja' | 'en'

/** Where a test begins. What is left out is what a fresh browser has. */
export interface Start {
  readonly lang?: Lang
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
}

/** How long a person stays away. */
export interface Absence {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
}

/** The clock of the page, kept over reloads: it runs from the moment it is set. */
export interface Clock {
  readonly startAt: (instant: string) => Promise<void>
  readonly pass: (absence: Absence) => Promise<void>
}

interface Fixtures {
  /** Reports what breaks unnoticed; a test that leaves a fault in it fails. */
  watch: Watch
  /** Opens a path of the app (`/topics/capabilities`), wherever the app is served. */
  open: (path: string, start?: Start) => Promise<void>
  clock: Clock
}

const heights = { phone: 844, desk: 900 }

/** The path as an address below the base path of the server under test. */
export const addressOf = (baseURL: string, path: string): URL => new URL(path.replace(/^\//, ''), baseURL)

const place = async (page: Page, { scheme, width }: Start) => {
  if (scheme) await page.emulateMedia({ colorScheme: scheme })
  if (width) await page.setViewportSize({ width, height: width < 600 ? heights.phone : heights.desk })
}

const requireBase = (baseURL: string | undefined): string => {
  if (!baseURL) throw new Error('The project under test has no baseURL.')
  return baseURL
}

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = watchContext(context, new URL(requireBase(baseURL)).origin)
      await use(watch)
      expect(watch.takeFaults(), 'what went wrong in the page during the test').toEqual([])
    },
    { auto: true },
  ],
  open: async ({ page, baseURL }, use) => {
    await use(async (path, start = {}) => {
      await place(page, start)
      const address = addressOf(requireBase(baseURL), path)
      if (start.lang) address.searchParams.set('lang', start.lang)
      await page.goto(address.href)
      // The page is there when its main heading is: before, only the empty shell of the document is.
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    })
  },
  clock: async ({ page }, use) => {
    await use({
      startAt: (instant) => page.clock.install({ time: new Date(instant) }),
      pass: ({ days = 0, hours = 0, minutes = 0 }) => page.clock.fastForward(((days * 24 + hours) * 60 + minutes) * 60_000),
    })
  },
})

export { expect }
