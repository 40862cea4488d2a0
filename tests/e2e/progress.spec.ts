import { axeViolations, inEachLook } from './support/axe.ts'
import { handsOf } from './support/hands.ts'
import { answersInPast, putLongPast } from './support/longPast.ts'
import { langs } from './support/screens.ts'
import { expect, test } from './support/test.ts'

for (const lang of langs) {
  test(`axe finds nothing on the progress of years, nor does it scroll sideways, in ${lang}, light and dark`, async ({ page, open }) => {
    test.slow()
    await open('/progress', { lang })
    await putLongPast(page)
    for (const width of [320, 1280]) {
      // Drawn for its width from the beginning.
      await open('/progress', { lang, width })
      await expect(page.getByRole('slider').first()).toBeVisible()
      const check = (state: string): Promise<void> =>
        inEachLook(page, [width], async (look) => {
          expect(await axeViolations(page), `${state}, ${look}`).toEqual([])
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
          expect(beyond, `${state}, ${look}`).toBeLessThanOrEqual(0)
        })
      await check('charts')
      for (const button of await page.locator('.chart .sechead button').all()) await button.click()
      await expect(page.getByRole('slider')).toHaveCount(0)
      await check('tables')
    }
  })
}

test('a chart is read by keyboard alone, mark by mark', async ({ page, open }) => {
  await open('/progress', { lang: 'en', width: 1280 })
  await putLongPast(page)
  await open('/progress', { lang: 'en', width: 1280 })
  const chart = page.getByRole('region', { name: 'What comes due' })
  const plot = chart.getByRole('slider')
  await handsOf(page, true).reach(plot)
  await expect(plot).toHaveAttribute('aria-valuetext', /^today: \d+ facts?$/)
  const top = async () => (await chart.locator('.note').boundingBox())?.y
  const before = await top()
  await page.keyboard.press('ArrowRight')
  const read = await plot.getAttribute('aria-valuetext')
  expect(read).toMatch(/^\d+ \w+ \d{4}: \d+ facts?$/)
  await expect(chart.locator('.readout')).toHaveText(read ?? '')
  expect(await top(), 'nothing moves while a chart is read').toBe(before)
  await page.keyboard.press('End')
  await expect(plot).toHaveAttribute('aria-valuenow', '29')
  await page.keyboard.press('Home')
  await expect(plot).toHaveAttribute('aria-valuenow', '0')
})

test('filters change the numbers, and the items lead to their sections', async ({ page, open }) => {
  await open('/progress', { lang: 'en', width: 390 })
  await putLongPast(page)
  await open('/progress', { lang: 'en', width: 390 })
  await expect(page.getByText(new RegExp(`^${answersInPast.toLocaleString('en')} answers on \\d+ study days$`))).toBeVisible()
  const time = page.getByRole('region', { name: 'Time spent' }).locator('.readout')
  const texts: (string | null)[] = [await time.textContent()]
  await page.getByRole('group', { name: 'Period' }).getByText('All').click()
  texts.push(await time.textContent())
  await page.getByRole('combobox', { name: 'Area' }).selectOption('security')
  texts.push(await time.textContent())
  await page.getByRole('combobox', { name: 'Kind of item' }).selectOption('choice')
  texts.push(await time.textContent())
  expect(new Set(texts).size).toBe(4)
  expect(texts[3]).toMatch(/^0 min/)
  const link = page.getByRole('region', { name: 'Items' }).getByRole('row').nth(1).getByRole('link')
  const path = await link.getAttribute('href')
  await link.click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
})
