import type { Locator, Page } from '@playwright/test'
import { expectNothingByAxe } from './support/axe.ts'
import { langs } from './support/screens.ts'
import { untilStored } from './support/storedRows.ts'
import { expect, test } from './support/test.ts'

const acts = (page: Page): Locator => page.locator('.act')

/** Grades the first two cards of a topic's first section, the first Good, the second Again. */
const answerTwo = async (page: Page): Promise<void> => {
  const recall = page.locator('.recall').first()
  for (const grade of [2, 0]) {
    await recall.locator('button').first().click()
    await recall.locator('.grade').nth(grade).click()
  }
  // Two answers, and the section that counts as read.
  await untilStored(page, 3)
}

test('an answer taken back in the history stays taken back over a reload, alone, and can be brought back', async ({ page, open }) => {
  await open('/topics/capabilities', { lang: 'en' })
  await answerTwo(page)
  await page.reload()
  await open('/history', { lang: 'en' })
  // The first answer was given together with the reading of its section.
  await expect(acts(page)).toHaveCount(2)
  const [newer, older] = [acts(page).nth(0), acts(page).nth(1)]
  await expect(newer).toContainText(/”: Again/)
  await expect(older).toContainText(/^Read the section.*”: Good/)
  await older.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Taken back:/ })).toContainText(/”: Good/)

  await untilStored(page, 4)
  await page.reload()
  await expect(older).toContainText('Taken back')
  await expect(newer.getByRole('button')).toHaveText('Take back')
  await older.getByRole('button', { name: 'Bring back' }).click()
  await untilStored(page, 5)
  await page.reload()
  await expect(older.getByRole('button')).toHaveText('Take back')
  await expect(page.getByText('Taken back', { exact: true })).toHaveCount(0)
})

test('undo and redo by key alone, on a topic, over a reload and in the history', async ({ page, open }) => {
  await open('/topics/capabilities', { lang: 'en' })
  await answerTwo(page)
  await page.keyboard.press('u')
  const told = page.getByRole('status').filter({ hasText: 'Undone:' })
  await expect(told).toContainText(/”: Again/)
  await untilStored(page, 4)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(page.getByRole('status').filter({ hasText: 'Redone:' })).toContainText(/”: Again/)
  await page.keyboard.press('?')
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /^Open the history/ })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
  for (const undone of [1, 2]) {
    await page.keyboard.press('Control+z')
    await expect(acts(page).getByRole('button', { name: 'Bring back' })).toHaveCount(undone)
  }
  await page.keyboard.press('Control+Shift+z')
  await expect(acts(page).getByRole('button', { name: 'Bring back' })).toHaveCount(1)
})

test('a date typed into the plan is taken over with Enter as one change, and Ctrl-Z in the field is the field’s own', async ({
  page,
  open,
  clock,
}) => {
  await clock.startAt('2026-11-24T12:00:00Z')
  await open('/settings', { lang: 'en' })
  const field = page.getByLabel('Exam date')
  await field.focus()
  await page.keyboard.type('12202026')
  await expect(field).toHaveValue('2026-12-20')
  await page.keyboard.press('Enter')
  await expect(page.getByText('26 days left.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('26 days left.')).toBeVisible()
  await untilStored(page, 1)
  await open('/history', { lang: 'en' })
  await expect(acts(page)).toHaveCount(1)
  await expect(acts(page)).toContainText('Changed the study plan: exam on 20 December 2026')
})

for (const lang of langs) {
  test(`axe finds nothing in the history and the study plan once they hold something, in ${lang}, light and dark`, async ({
    page,
    open,
  }) => {
    test.slow()
    await open('/topics/capabilities', { lang })
    await answerTwo(page)
    await open('/settings', { lang })
    await page.locator('.studyplan .seg button').first().click()
    await page.locator('.studyplan .weekdays input').first().check()
    const minutes = page.locator('.studyplan input[inputmode]').first()
    await minutes.fill('4')
    await minutes.press('Enter')
    await page.locator('.studyplan details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '')
    })
    await expectNothingByAxe(page, 'the plan')
    await open('/topics', { lang })
    await page.keyboard.press('u')
    await page.locator('.told p').waitFor()
    await expectNothingByAxe(page, 'what undo says')
    await open('/history', { lang })
    await acts(page).nth(2).getByRole('button').click()
    await expectNothingByAxe(page, 'the history')
  })
}
