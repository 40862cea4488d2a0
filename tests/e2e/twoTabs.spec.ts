import type { Page } from '@playwright/test'
import { storedRows } from './support/storedRows.ts'
import { addressOf, expect, test } from './support/test.ts'

const answersPerTab = 200

/** Grades cards as fast as the keys go, so that they count: now this, now that grade. */
const grade = async (page: Page, topic: string, baseURL: string): Promise<void> => {
  await page.goto(addressOf(baseURL, `/flashcards/${topic}?lang=en`).href)
  await page.locator('.card').waitFor()
  await page.getByRole('checkbox').check()
  // On the box itself, Space would take the tick away.
  await page.getByRole('checkbox').blur()
  for (let answer = 0; answer < answersPerTab; answer += 1) {
    await page.keyboard.press(' ')
    await page.keyboard.press(String(1 + (answer % 4)))
  }
}

/** What a tab has come to: its words on the screens that show the most of it. Goes there by links, so that nothing is loaded anew. */
const stateOf = async (page: Page): Promise<string[]> => {
  const words: string[] = []
  for (const name of [/^Today/, /^Topics/, /^Settings/]) {
    await page.getByRole('link', { name }).first().click()
    await expect(page.locator('h1')).toBeVisible()
    // How much is stored is the browser’s own estimate, and changes by itself.
    words.push((await page.locator('main').innerText()).replace(/[\d.]+ [kMG]B (of|used)/, ''))
  }
  return words
}

test('two tabs that answer 200 items each at once end with 400 events and the same state', async ({ page, context, baseURL }) => {
  test.setTimeout(180_000)
  if (baseURL === undefined) throw new Error('The project under test has no baseURL.')
  const other = await context.newPage()
  await Promise.all([grade(page, 'capabilities', baseURL), grade(other, 'namespaces-pid-mount', baseURL)])
  for (const tab of [page, other]) {
    await expect(tab.locator('.saved')).toHaveAttribute('data-state', 'saved')
    await tab.getByRole('link', { name: 'Finish' }).click()
    await expect(tab.locator('h1')).toBeVisible()
  }
  const rows = await storedRows(page)
  expect(rows).toHaveLength(2 * answersPerTab)
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(2 * answersPerTab)
  /** Parts of a screen come after its heading: what counts is what both have come to. */
  const agree = (): Promise<void> =>
    expect(async () => {
      const [own, others] = [await stateOf(page), await stateOf(other)]
      expect(own).toEqual(others)
      expect(own.at(-1)).toContain(String(2 * answersPerTab))
    }).toPass({ timeout: 30_000 })
  await agree()
  await page.reload()
  await agree()
})

test('what is answered in one tab is on screen in the other within a second', async ({ page, context, open, baseURL }) => {
  await open('/settings', { lang: 'en' })
  const other = await context.newPage()
  await other.goto(addressOf(baseURL ?? '', '/flashcards/capabilities?lang=en').href)
  await other.locator('.card').waitFor()
  await other.keyboard.press(' ')
  await other.keyboard.press('3')
  await expect(page.locator('main')).toContainText(/Saved1 record,/, { timeout: 1000 })
})
