import { openWithLongPast } from './support/longPast.ts'
import { addressOf, expect, test } from './support/test.ts'

test.describe('the app built for another base path', () => {
  test('opens a deep link and loads everything from below the base', async ({ open, page, request, baseURL, watch }) => {
    const base = new URL(baseURL ?? '').pathname
    expect((await request.get(addressOf(baseURL ?? '', '/topics/capabilities').href)).status()).toBe(200)
    await open('/topics/capabilities', { lang: 'en' })
    await page.waitForLoadState('networkidle')
    expect(new URL(page.url()).pathname).toBe(`${base}topics/capabilities`)
    expect(watch.requests.filter((address) => !new URL(address).pathname.startsWith(base))).toEqual([])
  })

  test('keeps its own links below the base', async ({ open, page, baseURL }) => {
    const base = new URL(baseURL ?? '').pathname
    await open('/topics', { lang: 'en' })
    await page.locator(`a[href$="/topics/capabilities"]`).first().click()
    await expect(page).toHaveURL((address) => address.pathname === `${base}topics/capabilities`)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  })

  test('finds its optimiser below the base', async ({ open, page, baseURL, watch }) => {
    const base = new URL(baseURL ?? '').pathname
    const model = await openWithLongPast(page, open)
    await model.getByRole('button', { name: 'Fit' }).click()
    await expect(model.getByText(/^Your own parameters predict better/)).toBeVisible({ timeout: 50_000 })
    expect(watch.requests.filter((address) => !new URL(address).pathname.startsWith(base))).toEqual([])
  })
})
