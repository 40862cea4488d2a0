import type { Page } from '@playwright/test'
import type { Topic } from '../../src/core/content/types.ts'
import { answer, questionOnPage } from './support/answer.ts'
import { axeViolations, inEachLook } from './support/axe.ts'
import { type Hands, handsOf } from './support/hands.ts'
import { putRows } from './support/putRows.ts'
import { langs } from './support/screens.ts'
import { expect, test } from './support/test.ts'
import { weakPast } from './support/weakPast.ts'
import { topicsIn } from './support/topicsIn.ts'

const firstRow = (page: Page) => page.locator('.weak.ranked > li').first()
/** Marks that the row says are lost. */
const lostIn = async (page: Page): Promise<number> =>
  Number(/([\d.]+)点/.exec(await firstRow(page).locator('.lost > summary').innerText())?.[1])

/** Reads, recalls or answers what the drill shows, rightly, and goes on. */
const takeOne = async (page: Page, topics: readonly Topic[], hands: Hands): Promise<void> => {
  if (await page.locator('.readfirst').isVisible()) {
    await page.keyboard.press('Enter')
    await expect(page.locator('.readfirst')).toHaveCount(0)
  }
  if (await page.locator('.abar .show').isVisible()) {
    await page.keyboard.press('Space')
    await expect(page.locator('.grade').first()).toBeVisible()
    await page.keyboard.press('3')
  } else {
    await answer(page, await questionOnPage(page, topics), true, hands)
    await expect(page.locator('.verdict')).toBeVisible()
    await page.keyboard.press('Enter')
  }
}

test('a learner weak in cgroups sees it ranked first with its cause, drills it by keyboard over a reload, and sees it move', async ({
  page,
  open,
}) => {
  test.slow()
  const topics = await topicsIn('ja')
  const hands = handsOf(page, true)
  await open('/topics', { lang: 'ja' })
  await putRows(page, weakPast(topics, 'cgroups', Date.now()))
  await open('/weak', { lang: 'ja', width: 1280 })
  await expect(firstRow(page).getByRole('heading')).toHaveText('コントロールグループ(v1とv2)')
  await expect(firstRow(page).locator('.reason')).toHaveText(/^「.+」で問われた\d+要点のうち\d+を前回外し/)
  const before = await lostIn(page)
  await hands.press(firstRow(page).locator('.btn'))

  await expect(page.locator('.readfirst')).toBeVisible()
  const total = Number(await page.locator('progress').getAttribute('max'))
  for (let place = 1; place <= total; place += 1) {
    await expect(page.locator('progress')).toHaveAttribute('value', String(place))
    await takeOne(page, topics, hands)
    if (place !== 3) continue
    await expect(page.locator('.saved')).toHaveText('保存済み')
    await page.reload()
  }
  await expect(page.getByRole('heading', { level: 1, name: '変わったこと' })).toBeFocused()
  await expect(page.getByText(`${total}要点に答え、${total}要点が正解。`)).toBeVisible()
  const [, earlier, later] = (await page.locator('.moved .whole > *').allInnerTexts()).map(Number)
  expect(later).toBeLessThan(earlier ?? 0)

  await hands.press(page.getByRole('link', { name: '弱点へ戻る' }))
  await expect(firstRow(page)).toBeVisible()
  const rows = page.locator('.weak.ranked > li', { has: page.getByRole('heading', { name: 'コントロールグループ(v1とv2)' }) })
  const after = Number(/([\d.]+)点/.exec(await rows.locator('.lost > summary').innerText())?.[1])
  expect(after).toBeLessThan(before)
})

for (const lang of langs) {
  test(`axe finds nothing on weak topics, a drill and what it changed, in ${lang}, light and dark`, async ({ page, open }) => {
    test.slow()
    const topics = await topicsIn(lang)
    const check = (state: string): Promise<void> =>
      inEachLook(page, [320, 1280], async (look) => {
        expect(await axeViolations(page), `${state}, ${look}`).toEqual([])
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect(wider, `${state}: pixels beyond the window, ${look}`).toBe(0)
      })
    await open('/topics', { lang })
    await putRows(page, weakPast(topics, 'cgroups', Date.now()))
    await open('/weak', { lang, width: 1280 })
    await expect(page.locator('.confuse > li')).toBeVisible()
    for (const summary of [
      '.score > summary',
      '.lost > summary',
      '.behind > summary',
      '.others > summary',
      '.sec > .why:not(.others) > summary',
    ])
      await page.locator(summary).first().click()
    await expect(page.locator('.behind li').first()).toBeVisible()
    await check('weak topics')

    await page.locator('.confuse .btn').click()
    const hands = handsOf(page, false)
    await expect(page.locator('progress')).toHaveAttribute('value', '1')
    await check('a drill that tells apart')
    const total = Number(await page.locator('progress').getAttribute('max'))
    for (let place = 1; place <= total; place += 1) {
      await expect(page.locator('progress')).toHaveAttribute('value', String(place))
      await takeOne(page, topics, hands)
    }
    await expect(page.locator('.moved')).toBeVisible()
    await check('what a drill changed')
  })
}
