import { axeViolations } from './support/axe.ts'
import { langs, schemes, screens, widths } from './support/screens.ts'
import { expect, test } from './support/test.ts'

for (const lang of langs) {
  for (const scheme of schemes) {
    for (const screen of screens) {
      test(`axe finds nothing on ${screen} in ${lang}, ${scheme}`, async ({ open, page }) => {
        for (const width of widths) {
          await open(screen, { lang, scheme, width })
          expect(await axeViolations(page), `at ${width} px`).toEqual([])
        }
      })
    }
    test(`axe finds nothing on the page for a stray address in ${lang}, ${scheme}`, async ({ open, page, watch }) => {
      watch.expectNotFound('/nowhere')
      for (const width of widths) {
        await open('/nowhere', { lang, scheme, width })
        expect(await axeViolations(page), `at ${width} px`).toEqual([])
      }
    })
  }
}
