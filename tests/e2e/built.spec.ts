import { gzipSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import { langs, screens, strayAddresses } from './support/screens.ts'
import { addressOf, expect, test } from './support/test.ts'

/** Bytes after gzip: 130 kB of JavaScript and 20 kB of CSS, the budget that the build holds itself to. */
const budget = { script: 130_000, stylesheet: 20_000 }

test.describe('a link into the built app', () => {
  for (const screen of screens) {
    test(`opens ${screen} itself, answered 200, and again after a reload`, async ({ open, page, request, baseURL }) => {
      const address = addressOf(baseURL ?? '', screen)
      expect((await request.get(address.href)).status()).toBe(200)
      await open(screen, { lang: 'en' })
      const heading = await page.getByRole('heading', { level: 1 }).first().textContent()
      await page.reload()
      await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(heading ?? '')
      expect(new URL(page.url()).pathname).toBe(address.pathname)
    })
  }

  for (const address of strayAddresses) {
    test(`to ${address} is answered 404 with a page that leads back`, async ({ open, page, request, baseURL, watch }) => {
      expect((await request.get(addressOf(baseURL ?? '', address).href, { headers: { Accept: 'text/html' } })).status()).toBe(404)
      watch.expectNotFound(address)
      await open(address, { lang: 'en' })
      await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
    })
  }
})

for (const lang of langs) {
  test(`?lang=${lang} sets the language of the document`, async ({ open, page }) => {
    await open('/topics', { lang })
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
  })
}

test('a first visit to / downloads no more than the budget', async ({ open, page }) => {
  const downloads: Promise<{ type: string; gzip: number }>[] = []
  const weigh = (response: Response): void => {
    const type = response.request().resourceType()
    downloads.push(response.body().then((body) => ({ type, gzip: gzipSync(body, { level: 6 }).length })))
  }
  page.on('response', weigh)
  await open('/', { lang: 'ja' })
  await page.waitForLoadState('networkidle')
  // What comes while the page is already being closed has no body to weigh.
  page.off('response', weigh)
  const loaded = await Promise.all(downloads)
  const total = (type: string) => loaded.filter((one) => one.type === type).reduce((sum, { gzip }) => sum + gzip, 0)
  expect(total('script')).toBeGreaterThan(0)
  expect(total('script')).toBeLessThanOrEqual(budget.script)
  expect(total('stylesheet')).toBeGreaterThan(0)
  expect(total('stylesheet')).toBeLessThanOrEqual(budget.stylesheet)
})

test('says whose work it is made of, the packages of its workers included', async ({ request, baseURL }) => {
  for (const [path, owner] of [
    ['/licenses.md', 'Meta Platforms'],
    ['/licenses-fsrs-browser.txt', 'Alex Nguyen'],
  ] as const) {
    const answer = await request.get(addressOf(baseURL ?? '', path).href)
    expect(answer.status()).toBe(200)
    expect(await answer.text()).toContain(owner)
  }
})

test('says so in both languages when the texts of the tool cannot be fetched', async ({ page, baseURL, watch }) => {
  await page.route(/assets\/ja-[^/]*\.js$/, (route) => route.abort())
  await page.goto(addressOf(baseURL ?? '', '/?lang=ja').href)
  await expect(page.getByText('箱庭を読み込めなかった')).toBeVisible()
  await expect(page.getByText('could not be loaded')).toBeVisible()
  watch.takeFaults()
})

test('says so when a screen cannot be fetched, and keeps the way to the others open', async ({ page, open, watch }) => {
  await open('/', { lang: 'en' })
  await page.route(/assets\/Topics-[^/]*\.js$/, (route) => route.abort())
  await page.getByRole('navigation').getByRole('link', { name: 'Topics' }).first().click()
  await expect(page.getByRole('heading', { name: 'A part of this screen could not be loaded' })).toBeVisible()
  watch.takeFaults()
  await page.getByRole('navigation').getByRole('link', { name: 'Quiz' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Quiz' })).toBeVisible()
})

test('? lists the keys on any screen, sessions included, and Esc gives the focus back', async ({ page, open }) => {
  for (const path of ['/topics', '/flashcards/capabilities']) {
    await open(path, { lang: 'en' })
    const button = page.getByRole('main').getByRole('link').first()
    await button.focus()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    // Under the dialog the keys of the screen do nothing.
    await page.keyboard.press('1')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(button).toBeFocused()
  }
})

test('a word of the glossary explains itself on a click and closes with Esc', async ({ page, open }) => {
  await open('/topics/namespaces-pid-mount', { lang: 'ja' })
  const word = page.locator('.term').first()
  await word.click()
  const pop = page.locator('.pop:popover-open')
  await expect(pop).toBeVisible()
  await expect(pop.locator('[lang=en]')).not.toBeEmpty()
  await page.keyboard.press('Escape')
  await expect(pop).toHaveCount(0)
  await expect(word).toBeFocused()
})
