/** The study engine in a real Chromium: how fast it starts, saves, answers and folds, and what a long history costs. */
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { chromiumArgs, ensureChromium } from '../browser.mjs'
import { staticServer } from '../staticServer.mjs'
import { grades, pastList, pastLists } from './pages.mjs'

/** @typedef {import('../bench.mjs').Figure} Figure */

const dir = '.cache/bench'
const suite = 'engine'

/** @param {readonly number[]} values @param {number} share 0 to 1 */
const quantile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
/** @param {readonly number[]} values */
const median = (values) => quantile(values, 0.5)

/** The built app, and beside it the page that drives its storage and core without screens. */
const buildAll = async () => {
  await build({ logLevel: 'error', build: { outDir: resolve(dir), emptyOutDir: true } })
  await build({
    logLevel: 'error',
    root: 'tests/bench',
    base: './',
    configFile: resolve('tests/bench/vite.config.ts'),
    build: { outDir: resolve(dir, 'bench'), emptyOutDir: true },
  })
}

/** @param {string} folder @returns {number} bytes of all files below */
const bytesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? bytesIn(path) : (statSync(path, { throwIfNoEntry: false })?.size ?? 0))
  }, 0)

/** Memory of the largest of the browser's page processes that it shares with no other, MB: what Chromium's task manager shows. @param {import('@playwright/test').Browser | null} browser */
const rendererMb = async (browser) => {
  if (browser === null) return Number.NaN
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  await session.detach()
  return Math.max(...sizes)
}

/** @param {(line: string) => void} tell @returns {Promise<Figure[]>} */
export const engine = async (tell) => {
  const executablePath = ensureChromium(tell)
  tell('building')
  await buildAll()
  const server = staticServer({ dir, base: '/' }).listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}/`
  const profiles = await mkdtemp(join(tmpdir(), 'hakoniwa-bench-'))

  /** @template Value @param {string} profile @param {(page: import('@playwright/test').Page, context: import('@playwright/test').BrowserContext) => Promise<Value>} work */
  const withBrowser = async (profile, work) => {
    const context = await chromium.launchPersistentContext(join(profiles, profile), {
      executablePath,
      args: [...chromiumArgs, '--js-flags=--expose-gc'],
    })
    try {
      return await work(context.pages()[0] ?? (await context.newPage()), context)
    } finally {
      await context.close()
    }
  }
  /** @param {import('@playwright/test').Page} page */
  const toBench = (page) => page.goto(`${url}bench/page.html`).then(() => page.waitForFunction(() => 'bench' in window))

  /** Milliseconds from the navigation to a screen that can be used. @param {import('@playwright/test').Page} page @param {string} path @param {string} ready */
  const start = async (page, path, ready) => {
    await page.addInitScript((selector) => {
      const look = () => {
        if (document.querySelector(selector) === null) return
        watch.disconnect()
        requestAnimationFrame(() => setTimeout(() => Object.assign(window, { usableAt: performance.now() })))
      }
      const watch = new MutationObserver(look)
      watch.observe(document, { childList: true, subtree: true })
    }, ready)
    await page.goto(`${url}${path}`)
    await page.waitForFunction(() => 'usableAt' in window, undefined, { timeout: 120_000 })
    return page.evaluate(() => Number(Reflect.get(window, 'usableAt')))
  }

  try {
    /** @type {Figure[]} */
    const figures = []
    /** @param {string} name @param {number} value @param {string} unit @param {{ floor?: number, atMost?: number, ratioAtMost?: number }} [against] */
    const add = (name, value, unit, { floor, atMost, ratioAtMost } = {}) => {
      const ratio = floor === undefined ? null : value / floor
      const holds = atMost !== undefined ? value <= atMost : ratioAtMost !== undefined && ratio !== null ? ratio <= ratioAtMost : null
      const target = atMost !== undefined ? `≤ ${atMost} ${unit}` : ratioAtMost !== undefined ? `≤ ${ratioAtMost}x` : null
      figures.push({ suite, name, value, unit, floor: floor ?? null, ratio, target, holds })
      tell(`${name}: ${value.toFixed(2)} ${unit}${ratio === null ? '' : `, ${ratio.toFixed(2)}x of ${floor?.toFixed(2)}`}`)
    }

    await withBrowser('plain', async (page) => {
      await toBench(page)
      const took = await page.evaluate(() => window.bench.append(600))
      add('append to durable, median', median(took), 'ms')
      add('append to durable, p99', quantile(took, 0.99), 'ms')
      add('list for 600 items, p99', quantile((await page.evaluate(() => window.bench.list(200))).slice(20), 0.99), 'ms', { atMost: 20 })
      const counting = (await page.evaluate(() => window.bench.progress(60))).slice(10)
      add('what the screen of progress counts, 100,000 events, p99', quantile(counting, 0.99), 'ms', { atMost: 50 })
      const all = await page.evaluate(() => window.bench.pages(210))
      add(
        'all that Today, weak topics, progress and mastery reckon, 100,000 events, 1,000 items, 600 facts, p99',
        quantile(all.tookMs.slice(10), 0.99),
        'ms',
        {
          floor: median(all.floorMs),
          atMost: 50,
        },
      )
      for (const total of [100_000, 1_000_000]) {
        const { foldMs, floorMs } = await page.evaluate((events) => window.bench.refold(events, 3), total)
        add(`refold of ${total.toLocaleString('en')} events in a worker`, foldMs, 'ms', { floor: floorMs, ratioAtMost: 1.5 })
      }
      add('union of two logs of 100,000, and its replay', await page.evaluate(() => window.bench.merge(100_000)), 'ms')
    })

    const sizes = [0, 10_000, 100_000, 1_000_000]
    /** @type {Map<number, number[]>} */
    const starts = new Map(sizes.map((size) => [size, []]))
    /** @type {Map<number, number>} */
    const memory = new Map()
    for (const size of sizes) {
      await withBrowser(`log-${size}`, async (page) => {
        await toBench(page)
        await page.evaluate((total) => window.bench.fill(Math.max(1, total)), size)
      })
      await withBrowser(`log-${size}`, async (page) => {
        const first = await start(page, '', '.todaybox')
        if (size === 1_000_000) add('first start with 1,000,000 events and no snapshot (replay)', first, 'ms')
        // The snapshot is kept when the learner does nothing.
        await page.waitForTimeout(4000)
      })
    }
    for (let round = 0; round < 5; round += 1) {
      for (const size of sizes) {
        await withBrowser(`log-${size}`, async (page, context) => {
          starts.get(size)?.push(await start(page, '', '.todaybox'))
          if (round > 0) return
          await page.evaluate(() => 'gc' in window && typeof window.gc === 'function' && window.gc())
          await page.waitForTimeout(1000)
          memory.set(size, await rendererMb(context.browser()))
        })
      }
    }
    const floor = median(starts.get(0) ?? [])
    add('start to usable, empty log', floor, 'ms')
    for (const size of sizes.slice(1)) {
      const limit = size === 1_000_000 ? { ratioAtMost: 1.3 } : {}
      add(`start to usable, ${size.toLocaleString('en')} events`, median(starts.get(size) ?? []), 'ms', { floor, ...limit })
    }
    const most = memory.get(1_000_000) ?? Number.NaN
    add('memory of the tab, 1,000,000 events', most, 'MB', { floor: memory.get(0) ?? Number.NaN, atMost: 150 })
    const stored = join(profiles, 'log-1000000', 'Default', 'IndexedDB')
    add('stored, of 1,000,000 events', bytesIn(stored) / 1_000_000, 'bytes an event', { atMost: 60 })

    await withBrowser('log-100000', async (page) => {
      const own = await grades(page, url)
      add('grade to next item, 100,000 events, own work, median', median(own.work), 'ms')
      add('grade to next item, 100,000 events, own work, p99', quantile(own.work, 0.99), 'ms', { atMost: 16 })
      add('grade to next item, 100,000 events, to the frame, p99', quantile(own.frame, 0.99), 'ms')
    })

    await withBrowser('attempts', async (page) => {
      await toBench(page)
      await page.evaluate(() => window.bench.fillAttempts(1000))
      for (const [name, list] of Object.entries(pastLists)) {
        const took = await pastList(page, url, list)
        add(`${name} list, 1,000 attempts, click to layout, median`, median(took), 'ms')
        add(`${name} list, 1,000 attempts, click to layout, slowest`, Math.max(...took), 'ms', { atMost: 100 })
      }
    })
    return figures
  } finally {
    server.close()
    rmSync(profiles, { recursive: true, force: true })
  }
}
