import type { Page } from '@playwright/test'
import { axeViolations, inEachLook } from './support/axe.ts'
import { handsOf } from './support/hands.ts'
import { langs, widths } from './support/screens.ts'
import { expect, test } from './support/test.ts'

const position = (page: Page) => page.locator('progress')
const begin = (page: Page) => page.locator('.firstbox button')
const isOver = async (page: Page): Promise<boolean> => (await page.locator('.result').count()) > 0

/** Says "I don't know" until the diagnostic has nothing more to ask; how many questions that took. */
const giveUpToTheEnd = async (page: Page, from: number): Promise<number> => {
  for (let place = from; place <= 12; place += 1) {
    // The question is there, not only its place.
    await page.locator('.stem').waitFor()
    await page.keyboard.press('0')
    await page
      .locator(`progress[value="${place + 1}"], .result`)
      .first()
      .waitFor({ state: 'attached' })
    if (await isOver(page)) return place
  }
  throw new Error('The diagnostic asked more than 12 questions')
}

test('who begins with the diagnostic in Japanese, by keyboard, finds it where it was left after a reload, and weak topics on Today', async ({
  page,
  open,
}) => {
  const hands = handsOf(page, true)
  await open('/', { lang: 'ja' })
  await hands.press(begin(page))
  await page.locator('.stem').waitFor()
  await page.keyboard.press('0')
  await expect(position(page)).toHaveAttribute('value', '2')
  const asked = await page.locator('.stem').innerText()
  await page.reload()
  await expect(position(page)).toHaveAttribute('value', '2')
  expect(await page.locator('.stem').innerText()).toBe(asked)

  // Left for Today, which leads back.
  await hands.press(page.getByRole('link', { name: '終える' }))
  await expect(page.getByText('診断の途中。残りは多くて11問。')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(position(page)).toHaveAttribute('value', '2')

  // Who knows nothing and says so is asked less than 12 questions.
  expect(await giveUpToTheEnd(page, 2)).toBeLessThan(12)
  await expect(page.getByRole('heading', { level: 1, name: '診断の結果' })).toBeFocused()
  await expect(page.locator('.result .rowlist').first().locator('li').first()).toContainText(/\d+%\(\d+–\d+%\)/)

  await hands.press(page.getByRole('link', { name: '今日へ' }))
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  await expect(page.getByRole('region', { name: '弱いトピック' }).getByRole('heading', { level: 3 })).toHaveCount(3)
  await expect(page.getByRole('region', { name: '合格見込み' })).toContainText('推定には50の答えが要る。')
})

for (const lang of langs) {
  test(`axe finds nothing in a diagnostic, in its result and on Today after it, in ${lang}, light and dark`, async ({ page, open }) => {
    const check = (state: string): Promise<void> =>
      inEachLook(page, widths, async (look) => {
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
        expect(await axeViolations(page), `${state}, ${look}`).toEqual([])
      })
    await open('/', { lang })
    await begin(page).click()
    await page.locator('.stem').waitFor()
    await check('a question')
    await giveUpToTheEnd(page, 1)
    for (const summary of await page.locator('.result summary').all()) await summary.click()
    await check('the result')
    await open('/', { lang })
    await page.locator('.readiness').waitFor()
    for (const summary of await page.locator('.standing summary').all()) await summary.click()
    await check('Today')
  })
}
