import { langs, screens } from './support/screens.ts'
import { expect, test } from './support/test.ts'

for (const lang of langs) {
  test(`no screen asks another origin for anything, in ${lang}`, async ({ open, page, baseURL, watch }) => {
    for (const screen of screens) {
      await open(screen, { lang })
      await page.waitForLoadState('networkidle')
    }
    const origins = new Set(watch.requests.map((address) => new URL(address).origin))
    expect([...origins]).toEqual([new URL(baseURL ?? '').origin])
  })
}
