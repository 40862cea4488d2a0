import { expectNothingByAxe } from './support/axe.ts'
import { langs, screens } from './support/screens.ts'
import { test } from './support/test.ts'

for (const lang of langs) {
  for (const screen of screens) {
    test(`axe finds nothing on ${screen} in ${lang}, light and dark`, async ({ open, page }) => {
      await open(screen, { lang })
      await expectNothingByAxe(page, screen)
    })
  }
  test(`axe finds nothing on the page for a stray address in ${lang}, light and dark`, async ({ open, page, watch }) => {
    watch.expectNotFound('/nowhere')
    await open('/nowhere', { lang })
    await expectNothingByAxe(page, '/nowhere')
  })
}
