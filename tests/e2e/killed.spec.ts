import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { storedRows } from './support/storedRows.ts'

const kills = 50
const answersPerLife = 10
/** Every so often it is not the tab that dies but the whole browser. */
const wholeBrowserEvery = 10

/** Numbers from 0 to 1 that a failed run can be repeated with (a linear congruential generator). */
const numbersFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const pidsOf = async (context: BrowserContext, type: 'browser' | 'renderer'): Promise<number[]> => {
  const browser = context.browser()
  if (browser === null) throw new Error('The browser of the profile is out of reach.')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.flatMap((info) => (info.type === type ? [info.id] : []))
}

/** Whether something came to a good end in time: what is asked of a page that is being killed may never be answered. */
const inTime = async (asked: Promise<unknown>): Promise<boolean> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 10_000)
  })
  const ended = asked.then(
    () => true,
    () => false,
  )
  return Promise.race([ended, late]).finally(() => clearTimeout(timer))
}

/** A page, even where the browser first gives one whose process was killed with the last. */
const freshPage = async (context: BrowserContext, attempts = 5): Promise<Page> => {
  try {
    const page = await context.newPage()
    await page.goto('about:blank')
    return page
  } catch (error) {
    if (attempts <= 1) throw error
    return freshPage(context, attempts - 1)
  }
}

/** Tells, over the console, how many of the grades given on this page the app has called saved. */
const tellAcknowledged = async (page: Page, onAcknowledged: (count: number) => void): Promise<void> => {
  page.on('console', (message) => {
    const count = /^acknowledged (\d+)$/.exec(message.text())?.[1]
    if (count !== undefined) onAcknowledged(Number(count))
  })
  await page.addInitScript(() => {
    let given = 0
    document.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === '3') given += 1
      },
      { capture: true },
    )
    const look = (): void => {
      const isSaved = document.querySelector('.saved')?.getAttribute('data-state') === 'saved'
      if (isSaved && given > 0) console.log(`acknowledged ${given}`)
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] })
  })
}

test(`every answer that was called saved is there after ${kills} kills in the middle of some ${kills * answersPerLife} answers`, async ({
  baseURL,
  launchOptions,
}) => {
  test.setTimeout(10 * 60_000)
  const seed = Date.now() % 100_000
  const random = numbersFrom(seed)
  const profile = await mkdtemp(join(tmpdir(), 'hakoniwa-killed-'))
  const launch = () => chromium.launchPersistentContext(profile, { ...launchOptions, viewport: { width: 1024, height: 800 } })
  let context = await launch()
  let acknowledged = 0
  let given = 0
  try {
    for (let life = 1; life <= kills; life += 1) {
      const page = await freshPage(context)
      page.setDefaultTimeout(60_000)
      let saved = 0
      await tellAcknowledged(page, (count) => {
        saved = Math.max(saved, count)
      })
      await page.goto(new URL('flashcards/capabilities?lang=en', baseURL).href)
      await page.locator('.card').waitFor()
      const isWhole = life % wholeBrowserEvery === 0
      const pids = await pidsOf(context, isWhole ? 'browser' : 'renderer')
      const fatal = 1 + Math.floor(random() * (2 * answersPerLife - 1))
      const kill = async (): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, random() * 25))
        for (const pid of pids) process.kill(pid, 'SIGKILL')
      }
      let killed: Promise<void> | undefined
      // The keys go on until nobody is there to hear them.
      for (let answer = 1; answer <= fatal + 2; answer += 1) {
        if (answer === fatal) killed = kill()
        given += 1
        if (!(await inTime(page.keyboard.press(' ').then(() => page.keyboard.press('3'))))) break
      }
      await killed
      acknowledged += saved
      if (isWhole) {
        await inTime(context.close())
        context = await launch()
      } else await inTime(page.close())

      const after = await freshPage(context)
      // Of the same origin and without the app, which would only take time here.
      await after.goto(new URL('icon.svg', baseURL).href)
      const rows = await storedRows(after)
      const ids = new Set(rows.map((row) => JSON.stringify(row)))
      expect(ids.size, `rows of their own after life ${life}, seed ${seed}`).toBe(rows.length)
      expect(rows.length, `rows after life ${life}, seed ${seed}`).toBeGreaterThanOrEqual(acknowledged)
      expect(rows.length, `rows after life ${life}, seed ${seed}`).toBeLessThanOrEqual(given)
      // What was saved but not yet called so is there too, and counts from here on.
      acknowledged = rows.length
      await after.close()
    }
    // A run in which little was saved, or in which every key was in time, would prove nothing.
    expect(acknowledged).toBeGreaterThan(4 * kills)
    expect(acknowledged).toBeLessThan(given)
  } finally {
    await inTime(context.close())
    await rm(profile, { recursive: true, force: true })
  }
})
