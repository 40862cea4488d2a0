import type { Page } from '@playwright/test'
import { expectNothingByAxe } from './support/axe.ts'
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

const row = {
  id: 'x1',
  at: Date.UTC(2026, 2, 1),
  offsetMin: 540,
  device: 'phone',
  kind: 'reviewed',
  item: 'capabilities/gone',
  grade: 3,
  tookMs: 1,
  where: 'review',
}
const rowsFile = {
  name: 'hakoniwa-history.ndjson',
  mimeType: 'application/x-ndjson',
  buffer: Buffer.from(`${JSON.stringify(row)}\n{"id":"torn`),
}
const words = {
  ja: {
    choose: 'ファイルを選ぶ',
    add: '1件を加える',
    copy: 'いま控えを取る',
    list: /^控え\d+つ、/,
    erase: '記録を消す…',
    cancel: 'やめる',
  },
  en: {
    choose: 'Choose a file',
    add: 'Add 1 record',
    copy: 'Make a copy now',
    list: /^\d+ cop(y|ies), /,
    erase: 'Erase the records…',
    cancel: 'Cancel',
  },
} as const

for (const lang of ['ja', 'en'] as const) {
  test(`axe finds nothing on the questions and lists of the data section in ${lang}, light and dark, and the focus comes back`, async ({
    page,
    open,
  }) => {
    const { choose, add, copy, list, erase, cancel } = words[lang]
    await open('/settings', { lang, width: 320 })
    await page.getByLabel(choose).setInputFiles(rowsFile)
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await expectNothingByAxe(page, 'the preview', [320])
    await dialog.getByRole('button', { name: add }).click()
    await page.getByRole('button', { name: copy }).click()
    await page.getByText(list).click()
    for (const why of await page.locator('.rows.data details.why summary').all()) await why.click()
    await expectNothingByAxe(page, 'everything open', [320])
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(sideways).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: erase }).click()
    await expectNothingByAxe(page, 'the question before an erasure', [320])
    await expect(dialog.getByRole('button', { name: cancel })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: erase })).toBeFocused()
  })
}
