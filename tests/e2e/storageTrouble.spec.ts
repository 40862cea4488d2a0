import type { Page } from '@playwright/test'
import { addressOf, expect, test } from './support/test.ts'

/** Answers the first card of the topic that is open: two records, since its section counts as read. */
const answer = async (page: Page): Promise<void> => {
  const recall = page.locator('.recall').first()
  await recall.getByRole('button', { name: 'Show answer' }).click()
  await recall.getByRole('button', { name: /^Good/ }).click()
}
/** The address of a page of the same origin that is not the app. */
const pageWithoutApp = async (page: Page, base = page.url()): Promise<string> => {
  await page.route('**/no-app', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }))
  return new URL('/no-app', base).href
}
const notice = (page: Page) => page.locator('.toast')
/** How many rows the log holds, asked past the app. */
const stored = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('hakoniwa')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('tail').objectStore('tail').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )

test('without room the answer stays on screen, the learner is told, and it is saved by itself once there is room', async ({
  page,
  open,
}) => {
  // The app finds its database in a bucket of 300 kB.
  let isNarrow = (): void => {}
  const narrow = new Promise<void>((resolve) => {
    isNarrow = resolve
  })
  await page.exposeFunction('isNarrow', () => isNarrow())
  await page.addInitScript(() => {
    void navigator.storageBuckets.open('narrow', { quota: 300_000 }).then((bucket) => {
      Object.defineProperty(window, 'indexedDB', { value: bucket.indexedDB })
      Reflect.get(window, 'isNarrow')()
    })
  })
  await page.route(/assets\/index-.*\.js$/, async (route) => {
    await narrow
    await route.continue()
  })
  await open('/topics/capabilities', { lang: 'en' })
  /** Fills what room there is, to the last hundred bytes. */
  await page.evaluate(async () => {
    const filled = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('filler')
      opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true })
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => resolve(opening.result)
    })
    const add = (bytes: number): Promise<boolean> =>
      new Promise((resolve) => {
        const tx = filled.transaction('bytes', 'readwrite')
        tx.objectStore('bytes').add(new Uint8Array(bytes))
        tx.oncomplete = () => resolve(true)
        tx.onabort = () => resolve(false)
      })
    for (const bytes of [50_000, 5000, 500, 50]) while (await add(bytes));
    filled.close()
  })
  await answer(page)
  await expect(page.getByRole('alert')).toHaveText('There is no room left to save. Free some space on the device and try again.')
  await expect(notice(page)).toContainText('This page holds 2 records that are not saved.')
  expect(await stored(page)).toBe(0)
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('filler')
        deleting.onerror = () => reject(deleting.error)
        deleting.onsuccess = () => resolve()
      }),
  )
  await expect(notice(page)).toBeHidden({ timeout: 20_000 })
  expect(await stored(page)).toBe(2)
})

test('a database that a newer version takes over is told, with the way out', async ({ page, open }) => {
  await open('/topics/capabilities', { lang: 'en' })
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('hakoniwa', 99)
        opening.onblocked = () => reject(new Error('blocked'))
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
      }),
  )
  await answer(page)
  await expect(page.getByRole('alert')).toHaveText(
    'The browser closed the connection to your records. If a newer version is open in another tab, reload this page.',
  )
  await expect(notice(page).getByRole('button', { name: 'Save as a file' })).toBeVisible()
  // After the reload the app goes on beside the newer one: what it finds is counted, what it adds is kept.
  await open('/topics/capabilities', { lang: 'en' })
  await answer(page)
  await expect.poll(() => stored(page)).toBe(2)
  await expect(notice(page)).toHaveCount(0)
})

test('a connection that the browser takes away under the app is opened anew, and nothing is noticed', async ({ page, open }) => {
  await open('/topics/capabilities', { lang: 'en' })
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' })
  await answer(page)
  await expect.poll(() => stored(page)).toBe(2)
  await expect(notice(page)).toHaveCount(0)
})

test('an upgrade that an old tab blocks is told, and the history comes by itself when the tab is closed', async ({
  page,
  context,
  baseURL,
}) => {
  const old = await context.newPage()
  const address = (path: string): string => addressOf(baseURL ?? '', path).href
  await old.goto(await pageWithoutApp(old, baseURL))
  await old.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('hakoniwa', 1)
        opening.onerror = () => reject(opening.error)
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('events', { keyPath: 'id' }).add({
            id: 'old',
            at: Date.now() - 86_400_000,
            offsetMin: 0,
            device: 'd',
            kind: 'reviewed',
            item: 'capabilities/last-cap',
            grade: 3,
            tookMs: 1,
            where: 'review',
          })
          opening.result.createObjectStore('meta')
        }
        // Held open, as by a version that does not listen.
        opening.onsuccess = () => resolve(Object.assign(window, { held: opening.result }) && undefined)
      }),
  )
  await page.goto(address('/?lang=en'))
  await expect(page.locator('.startstate[lang=en]')).toContainText('If Hakoniwa is open in another tab, closing that tab may help.')
  await expect(page.getByRole('alert')).toHaveText('Another tab holds an old version open. Close that tab and try again.', {
    timeout: 20_000,
  })
  await old.close()
  await expect(notice(page)).toBeHidden({ timeout: 20_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
})

for (const [title, refuse] of [
  ['is not there', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'refuses',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError')
      }
    },
  ],
] as const) {
  test(`where the database ${title}, as in a private window, one can study and is told`, async ({ page, open }) => {
    await page.addInitScript(refuse)
    await open('/topics/capabilities', { lang: 'en' })
    await answer(page)
    await expect(page.getByRole('alert')).toHaveText(
      'This browser does not let the app store anything. If this is a private window, open a normal one.',
    )
    await expect(notice(page)).toContainText('This page holds 2 records that are not saved.')
  })
}
