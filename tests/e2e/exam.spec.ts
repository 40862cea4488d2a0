import type { Locator, Page } from '@playwright/test'
import { expectNothingByAxe } from './support/axe.ts'
import { fillIn, questionOnPage } from './support/answer.ts'
import { fingersOn, type Hands, handsOf } from './support/hands.ts'
import { langs } from './support/screens.ts'
import { type Clock, expect, test } from './support/test.ts'
import { topicsIn } from './support/topicsIn.ts'

/** Takes an exam of 20 items in Japanese, over a reload and until the time is over: its result adds up. */
const takeExam = async (page: Page, clock: Clock, hands: Hands): Promise<void> => {
  const topics = await topicsIn('ja')
  const does = (key: string, control: Locator): Promise<void> => (hands.byKeyboard ? page.keyboard.press(key) : hands.press(control))
  await does('Enter', page.locator('.examstart .primary'))

  const timer = page.getByRole('timer')
  await expect(timer).toHaveAccessibleName(/^残り(30分0|29分5\d)秒$/)
  const progress = page.locator('progress')
  // Every third is left open, of the others every other one is answered wrongly.
  const isLeft = (place: number): boolean => place % 3 === 2
  const isRight = (place: number): boolean => place % 2 === 0
  const answerFrom = async (first: number, end: number): Promise<void> => {
    for (let place = first; place < end; place += 1) {
      await expect(progress).toHaveAttribute('value', String(place + 1))
      if (!isLeft(place)) await fillIn(page, await questionOnPage(page, topics), isRight(place), hands)
      await does('Enter', page.locator('.exambar .primary'))
    }
  }
  await answerFrom(0, 10)
  await expect(progress).toHaveAttribute('value', '11')
  await does('f', page.locator('.exambar label'))
  await clock.pass({ minutes: 9 })
  await expect(page.locator('.saved')).toHaveText('保存済み')

  await page.reload()
  await expect(progress).toHaveAttribute('value', '11')
  await expect(page.getByRole('checkbox', { name: '見直す' })).toBeChecked()
  await expect(timer).toHaveAccessibleName(/^残り20分/)
  await answerFrom(10, 20)
  await expect(page.getByRole('heading', { level: 1, name: '提出の前に' })).toBeVisible()
  const answered = Array.from({ length: 20 }, (_, place) => place).filter((place) => !isLeft(place))
  await expect(page.getByRole('region', { name: '未回答の問題' }).getByRole('listitem')).toHaveCount(20 - answered.length)

  const said = page.getByRole('status').filter({ hasText: '残り時間' })
  await expect(said).toHaveCount(0)
  await clock.pass({ minutes: 11 })
  await expect(said).toHaveText('残り時間が10分を切った。')
  await clock.pass({ minutes: 8 })
  await expect(said).toHaveText('残り時間が2分を切った。')
  await clock.pass({ minutes: 3 })

  await expect(page.getByRole('heading', { level: 1, name: '模擬試験の結果' })).toBeFocused()
  const right = answered.filter(isRight).length
  await expect(page.locator('.stats dd')).toHaveText([String(200 + 30 * right), new RegExp(`^${right}\\s*/ 20$`)])
  await expect(page.getByRole('region', { name: '間違えた問題' }).locator('.answereditem')).toHaveCount(20 - right)
  await expect(page.getByRole('region', { name: '正解した問題' }).locator('.answereditem')).toHaveCount(right)
  const shares = await page.getByRole('region', { name: 'トピック別' }).getByRole('listitem').allInnerTexts()
  const sums = shares.map((text) => /(\d+)問中(\d+)問正解/.exec(text)?.slice(1).map(Number) ?? [])
  expect(sums.reduce((sum, [total = 0]) => sum + total, 0)).toBe(20)
  expect(sums.reduce((sum, [, count = 0]) => sum + count, 0)).toBe(right)
}

test('an exam of 20 items is taken by keyboard alone in Japanese, over a reload and until the time is over, and its result adds up', async ({
  page,
  open,
  clock,
}) => {
  test.slow()
  const hands = handsOf(page, true)
  await clock.startAt('2026-11-24T10:00:00+09:00')
  await open('/exam', { lang: 'ja' })
  await hands.reach(page.getByRole('radio', { checked: true }))
  while (!(await page.getByRole('radio', { name: '20', exact: true }).isChecked())) await page.keyboard.press('ArrowLeft')
  await takeExam(page, clock, hands)
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true })

  test('an exam of 20 items is taken in Japanese, over a reload and until the time is over, and its result adds up', async ({
    page,
    open,
    clock,
  }) => {
    test.slow()
    await clock.startAt('2026-11-24T10:00:00+09:00')
    await open('/exam', { lang: 'ja', width: 390 })
    await page.locator('.seg label', { hasText: '20' }).tap()
    await takeExam(page, clock, fingersOn())
  })

  test('an exam is answered, flagged, looked over and handed in', async ({ page, open }) => {
    test.slow()
    await open('/quiz', { lang: 'ja', width: 390 })
    await page.getByRole('link', { name: '模擬試験を受ける' }).tap()
    await page.locator('.seg label', { hasText: '10' }).tap()
    await page.getByRole('button', { name: '試験を始める' }).tap()
    const progress = page.locator('progress')
    for (let place = 0; place < 10; place += 1) {
      await expect(progress).toHaveAttribute('value', String(place + 1))
      const options = page.locator('.opt label')
      if ((await options.count()) > 0) await options.first().tap()
      else {
        await page.locator('.fill input').tap()
        await page.keyboard.type('no-such-thing')
      }
      if (place === 3) await page.locator('.exambar label').tap()
      await page.locator('.exambar .primary').tap()
    }
    await expect(page.getByRole('region', { name: '見直す印の問題' }).getByRole('listitem')).toHaveCount(1)
    const cells = await page.locator('.jump button').evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect()))
    for (const { width, height } of cells) expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: /^4番/ }).tap()
    await expect(page.getByRole('checkbox', { name: '見直す', exact: true })).toBeChecked()
    await page.getByRole('button', { name: '見直して提出' }).tap()
    await page.locator('.exambar .primary').tap()
    await page.getByRole('dialog').getByRole('button', { name: '提出して採点する' }).tap()
    await expect(page.getByRole('heading', { level: 1, name: '模擬試験の結果' })).toBeVisible()
    await expect(page.locator('.answereditem')).toHaveCount(10)
  })
})

for (const lang of langs) {
  test(`axe finds nothing in an exam, in ${lang}, light and dark`, async ({ page, open }) => {
    test.slow()
    await open('/exam', { lang })
    await page.locator('.examstart .primary').click()
    await page.locator('.jump').waitFor()
    await page.keyboard.press('f')
    await page.keyboard.press('1')
    await expectNothingByAxe(page, 'a question of an exam', [1280])
    await page.locator('.examside .btn').click()
    await page.locator('.examcheck').waitFor()
    await expectNothingByAxe(page, 'what there is to look at before an exam is handed in', [1280])
    await page.locator('.exambar .primary').click()
    await expectNothingByAxe(page, 'the question whether to hand in', [1280])
    await page.locator('.dialog .primary').click()
    await page.locator('.answereditem summary').first().click()
    await expectNothingByAxe(page, 'the result of an exam', [1280])
  })
}
