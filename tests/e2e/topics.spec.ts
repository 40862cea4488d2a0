import { expectNothingByAxe } from './support/axe.ts'
import { langs } from './support/screens.ts'
import { expect, test } from './support/test.ts'
import { topicsIn } from './support/topicsIn.ts'

for (const lang of langs) {
  test(`every topic reads at 320 px without scrolling sideways, and axe finds nothing in it, in ${lang}, light and dark`, async ({
    open,
    page,
  }) => {
    test.setTimeout(5 * 60_000)
    const topics = await topicsIn(lang)
    expect(topics.length).toBeGreaterThan(1)
    for (const { id } of topics) {
      await open(`/topics/${id}`, { lang, width: 320 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(320)
      await expectNothingByAxe(page, id, [320])
    }
  })
}
