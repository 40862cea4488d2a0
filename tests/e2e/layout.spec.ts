import type { Page } from '@playwright/test'
import { langs, screens } from './support/screens.ts'
import { expect, test } from './support/test.ts'

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const lang of langs) {
  test(`no screen scrolls sideways at 320 px or with text twice as large on a phone, in ${lang}`, async ({ open, page }) => {
    test.slow()
    for (const screen of screens) {
      await open(screen, { lang, width: 320 })
      expect(await overflow(page), `${screen} at 320 px`).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 390, height: 844 })
      await page.addStyleTag({ content: 'html { font-size: 200% }' })
      expect(await overflow(page), `${screen} with large text`).toBeLessThanOrEqual(0)
    }
  })
}

const topOf = async (page: Page, selector: string): Promise<number> =>
  Math.round((await page.locator(selector).first().boundingBox())?.y ?? Number.NaN)

for (const width of [390, 1280]) {
  test(`nothing moves when an answer appears, at ${width} px`, async ({ open, page }) => {
    await open('/flashcards/capabilities', { lang: 'ja', width })
    for (let card = 0; card < 6; card += 1) {
      const before = [await topOf(page, '.card .prompt'), await topOf(page, '.abar')]
      // By key: a click would scroll the button into view first, and that is no shift.
      await page.keyboard.press('Space')
      await expect(page.locator('.card .answer')).toBeVisible()
      expect([await topOf(page, '.card .prompt'), await topOf(page, '.abar')], `card ${card}`).toEqual(before)
      await page.keyboard.press('3')
      await expect(page.locator('.card .covered')).toBeVisible()
    }

    await open('/quiz?topic=capabilities', { lang: 'en', width })
    await page.locator('.builder .primary').click()
    for (let place = 0; place < 5; place += 1) {
      await page.locator('.stem').waitFor()
      if ((await page.locator('.fill input').count()) > 0) await page.locator('.fill input').fill('x')
      for (const list of await page.locator('.rowsof select, .exercise select').all()) await list.selectOption({ index: 1 })
      for (const field of await page.locator('.exercise input').all()) await field.fill('1')
      const boxes = page.locator('.opt input[type=checkbox]')
      if ((await page.locator('.opt input[type=radio]').count()) > 0) await page.locator('.opt label').first().click()
      else if ((await boxes.count()) > 0) for (const at of [0, 1]) await page.locator('.opt label').nth(at).click()
      const places = async () => [await topOf(page, '.stem'), await topOf(page, '.q'), await topOf(page, '.abar')]
      await page.locator('.quizbar > .btn').focus()
      const before = await places()
      await page.keyboard.press('Enter')
      await expect(page.locator('.verdict')).toBeVisible()
      expect(await places(), `question ${place}`).toEqual(before)
      await page.locator('.quizbar > .btn').click()
    }
  })
}

test('a card taller than the window keeps its prompt in view when the answer appears', async ({ open, page }) => {
  await open('/flashcards/capabilities', { lang: 'en', width: 390 })
  await page.setViewportSize({ width: 390, height: 480 })
  const before = await topOf(page, '.card .prompt')
  await page.keyboard.press('Space')
  await expect(page.locator('.card .answer')).toBeVisible()
  expect(await topOf(page, '.card .prompt')).toBe(before)
})
