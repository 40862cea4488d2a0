import { axeViolations } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const pageWith = (body: string) => `<!doctype html><html lang="en"><title>Trial</title><main><h1>Trial</h1>${body}</main></html>`

test.describe('the instruments of these tests', () => {
  const faults = [
    ['a script error', `<script>throw new Error('broken')</script>`, 'script error: broken'],
    ['a console error', `<script>console.error('told')</script>`, 'console error: told'],
    ['a request to another origin', `<img alt="" src="http://127.0.0.1:9/pixel">`, 'request to another origin: http://127.0.0.1:9/pixel'],
    ['a socket to another origin', `<script>new WebSocket('ws://127.0.0.1:9/')</script>`, 'request to another origin: ws://127.0.0.1:9/'],
    ['a missing file', `<script src="/assets/missing.js"></script>`, 'answer 404'],
  ] as const
  for (const [what, body, fault] of faults) {
    test(`notice ${what}`, async ({ page, open, watch }) => {
      await page.route('**/trial', (route) => route.fulfill({ contentType: 'text/html', body: pageWith(body) }))
      await open('/trial')
      await expect.poll(() => watch.takeFaults().join('\n')).toContain(fault)
      await page.waitForLoadState('networkidle')
      watch.takeFaults()
    })
  }

  test('find what axe holds against a page', async ({ page, open }) => {
    await page.route('**/trial', (route) => route.fulfill({ contentType: 'text/html', body: pageWith('<input>') }))
    await open('/trial')
    expect((await axeViolations(page)).join('\n')).toContain('label')
  })

  test('move the clock on and keep it over a reload', async ({ page, open, clock }) => {
    await page.route('**/trial', (route) => route.fulfill({ contentType: 'text/html', body: pageWith('') }))
    await clock.startAt('2026-04-01T09:00:00Z')
    await open('/trial')
    await clock.pass({ days: 3, hours: 1 })
    await page.reload()
    expect(await page.evaluate(() => new Date().toISOString())).toMatch(/^2026-04-04T10:0/)
  })
})
