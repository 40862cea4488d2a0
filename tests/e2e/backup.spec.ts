import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const answerTwo = async (page: Page) => {
  const recall = page.locator('.recall').first()
  for (let times = 0; times < 2; times += 1) {
    await recall.getByRole('button', { name: 'Show answer' }).click()
    await recall.getByRole('button', { name: /^Good/ }).click()
  }
}

test('what was studied can be saved, erased and restored, and the restore undone', async ({ page, open }, testInfo) => {
  await open('/topics/capabilities', { lang: 'en' })
  await answerTwo(page)
  await open('/settings', { lang: 'en' })
  const count = page.getByText(/^\d+ records?, kept in this browser only/)
  const before = await count.textContent()
  expect(before).toMatch(/^[3-9] records/)

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a backup' }).click()
  const backup = testInfo.outputPath((await downloading).suggestedFilename())
  await (await downloading).saveAs(backup)
  await expect(page.getByText(/records saved as hakoniwa-\d{4}-\d\d-\d\d\.ndjson\.gz\./)).toBeVisible()

  await page.getByRole('button', { name: 'Erase the records…' }).click()
  // Nothing happens by a slip: Esc leaves the question.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: 'Erase the records…' }).click()
  await page.getByRole('button', { name: 'Make a copy and erase' }).click()
  await expect(page.getByText(/records were erased\. The copy of .* is under/)).toBeVisible()
  await expect(count).toHaveText(/^0 records/)
  await page.reload()
  await expect(count).toHaveText(/^0 records/)

  await page.getByLabel('Choose a file').setInputFiles(backup)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Add \d records$/ })
    .click()
  await expect(page.getByText(/^\d records were added\.$/)).toBeVisible()
  await page.getByLabel('Choose a file').setInputFiles(backup)
  await expect(page.getByText(/are here already\. Nothing was changed\.$/)).toBeVisible()

  // The copy that was made before the erasure is there as well, over the reload.
  await page.getByText(/^\d+ cop(y|ies), /).click()
  await page
    .getByRole('button', { name: /^Restore the copy of / })
    .last()
    .click()
  await expect(page.getByText(/are here already\. Nothing was changed\.$/)).toBeVisible()

  await open('/', { lang: 'en' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Today/)
})

test('a file of something else is refused, and the page stays', async ({ page, open }) => {
  await open('/settings', { lang: 'ja' })
  await page
    .getByLabel('ファイルを選ぶ')
    .setInputFiles({ name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\n') })
  await expect(page.getByText(/^箱庭のファイルではない。.*何も変わっていない。$/)).toBeVisible()
})

test('another tab follows an erasure and a restore', async ({ page, context, open }) => {
  await open('/topics/capabilities', { lang: 'en' })
  await answerTwo(page)
  await open('/settings', { lang: 'en' })
  const other = await context.newPage()
  await other.goto(new URL('/settings?lang=en', page.url()).href)
  const count = /^\d+ records?, kept/
  const before = await other.getByText(count).textContent()
  await page.getByRole('button', { name: 'Erase the records…' }).click()
  await page.getByRole('button', { name: 'Make a copy and erase' }).click()
  await expect(other.getByText(/^0 records, kept/)).toBeVisible()
  await page.getByText(/^\d+ cop(y|ies), /).click()
  await page
    .getByRole('button', { name: /^Restore the copy of / })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: /^Add / }).click()
  const restored = `${Number(/\d+/.exec(before ?? '')?.[0]) + 1} records, kept`
  await expect(other.getByText(restored)).toBeVisible()
})
