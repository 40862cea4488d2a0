import { gunzipSync } from 'node:zlib'
import { putRows } from './support/putRows.ts'
import { storedRows } from './support/storedRows.ts'
import { expect, test } from './support/test.ts'

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
  expect(await storedRows(page)).toEqual(expect.arrayContaining(strange))

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a backup' }).click()
  const stream = await (await downloading).createReadStream()
  const lines = gunzipSync(Buffer.concat(await stream.toArray()))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines[0]).toMatchObject({ format: 'hakoniwa backup', version: 1 })
  const rows = lines.slice(1, -1)
  expect(rows).toHaveLength(5)
  expect(rows).toEqual(expect.arrayContaining(strange))
  expect(lines.at(-1)).toMatchObject({ rows: 5, leftOut: 0 })
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
