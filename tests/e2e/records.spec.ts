import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

/** Puts rows into the app's own store, as another program or a newer version would. */
const putRows = (page: Page, rows: readonly object[]): Promise<void> =>
  page.evaluate(
    (added) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('hakoniwa')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const tx = opening.result.transaction('tail', 'readwrite')
          for (const row of added) tx.objectStore('tail').add(row)
          tx.onerror = () => reject(tx.error)
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    rows,
  )

const rowsIn = (page: Page): Promise<unknown[]> =>
  page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('hakoniwa')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('tail').objectStore('tail').getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result)
          }
        }
      }),
  )

test('rows that cannot be read are kept as they are, counted and told, and the app starts', async ({ page, open }) => {
  await open('/', { lang: 'en' })
  const strange = [
    { id: 'a-damaged', at: 'yesterday', kind: 'reviewed' },
    { id: 'b-future', at: 1_790_000_000_000, offsetMin: 0, device: 'd', kind: 'dreamt', of: { sheep: 3 } },
    { id: 'c-foreign', todo: ['milk'] },
  ]
  await putRows(page, strange)
  await open('/topics/capabilities', { lang: 'en' })
  const recall = page.locator('.recall').first()
  await recall.getByRole('button', { name: 'Show answer' }).click()
  await recall.getByRole('button', { name: /^Good/ }).click()
  await open('/settings', { lang: 'en' })
  await expect(page.getByText('3 records cannot be read')).toBeVisible()
  await expect(page.getByText('2 records, kept in this browser only')).toBeVisible()
  expect(await rowsIn(page)).toEqual(expect.arrayContaining(strange))

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save my history' }).click()
  const stream = await (await downloading).createReadStream()
  const text = (await stream.toArray()).join('')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toHaveLength(5)
  expect(lines).toEqual(expect.arrayContaining(strange))
})

test('two tabs see each other’s answers', async ({ page, context, open }) => {
  await open('/topics/capabilities', { lang: 'en' })
  const other = await context.newPage()
  await other.goto(new URL('/settings?lang=en', page.url()).href)
  await expect(other.getByText('0 records')).toBeVisible()
  const recall = page.locator('.recall').first()
  await recall.getByRole('button', { name: 'Show answer' }).click()
  await recall.getByRole('button', { name: /^Good/ }).click()
  await expect(other.getByText('2 records')).toBeVisible()
})
