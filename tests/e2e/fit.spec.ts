import { openWithLongPast, reviewsInPast } from './support/longPast.ts'
import { expect, test } from './support/test.ts'

const ofOptimiser = (address: string): boolean => /fitWorker|fsrs_browser/.test(address)
/** The whole fit takes a second or two, unless the machine has other work. */
const patience = { timeout: 50_000 }

test('parameters are fitted in the page, kept over a reload, and given up again', async ({ page, open, watch }) => {
  const model = await openWithLongPast(page, open)
  expect(watch.requests.filter(ofOptimiser), 'nothing of the optimiser is loaded before the button is pressed').toEqual([])
  await model.getByRole('button', { name: 'Fit' }).click()
  await expect(model.getByText(/^Your own parameters predict better/)).toBeVisible(patience)
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false)
  await open('/settings', { lang: 'en' })
  await expect(model.getByText(`Your own parameters are in use, fitted today to ${reviewsInPast} reviews.`)).toBeVisible()
  await model.getByRole('button', { name: 'Use the published ones' }).click()
  await expect(model.getByText('The published parameters of FSRS-6 are in use.')).toBeVisible()
})

test('an optimiser that cannot be loaded says what to do, and the next try works', async ({ page, open, context, watch }) => {
  const model = await openWithLongPast(page, open)
  await context.route(/fsrs_browser_bg/, (route) => route.abort())
  await model.getByRole('button', { name: 'Fit' }).click()
  await expect(model.getByText(/^What the fit needs could not be loaded/)).toBeVisible(patience)
  await context.unroute(/fsrs_browser_bg/)
  await context.route(/fitWorker/, (route) => route.abort())
  await model.getByRole('button', { name: 'Fit' }).click()
  await expect(model.getByText(/^What the fit needs could not be loaded/)).toBeVisible(patience)
  watch.takeFaults()
  await context.unroute(/fitWorker/)
  await model.getByRole('button', { name: 'Fit' }).click()
  await expect(model.getByText(/^Your own parameters predict better/)).toBeVisible(patience)
})
