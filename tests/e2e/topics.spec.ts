import { contentRoutes } from '../../src/build/content/contentPlugin.ts'
import { expectNothingByAxe } from './support/axe.ts'
import { langs } from './support/screens.ts'
import { expect, test } from './support/test.ts'

for (const lang of langs) {
  test(`every topic reads at 320 px without scrolling sideways, and axe finds nothing in it, in ${lang}, light and dark`, async ({
    open,
    page,
  }) => {
    test.setTimeout(5 * 60_000)
    const topics = (await contentRoutes('content')()).filter((route) => /^topics\/[^/]+$/.test(route))
    expect(topics.length).toBeGreaterThan(1)
    for (const topic of topics) {
      await open(`/${topic}`, { lang, width: 320 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), topic).toBeLessThanOrEqual(320)
      await expectNothingByAxe(page, topic, [320])
    }
  })
}
