import type { Page } from '@playwright/test'
import { createCompiler } from '../../src/build/content/compileFolder.ts'
import type { Question } from '../../src/core/content/types.ts'
import { answer, questionOnPage } from './support/answer.ts'
import { axeViolations } from './support/axe.ts'
import { handsOf } from './support/hands.ts'
import { langs, schemes, widths } from './support/screens.ts'
import { expect, test } from './support/test.ts'

/** What axe says of the page as it stands, at each width. */
const check = async (page: Page, state: string): Promise<void> => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    // At its end nothing of a page lies half under the bar, where it would count as a small target.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    expect(await axeViolations(page), `${state}, at ${width} px`).toEqual([])
  }
}

for (const lang of langs) {
  for (const scheme of schemes) {
    test(`axe finds nothing while something is answered, in ${lang}, ${scheme}`, async ({ page, open, clock }) => {
      test.slow()
      const { topics } = await createCompiler('content')()
      const words = topics.flatMap(({ parts }) => parts[lang]?.topic ?? [])
      const hands = handsOf(page, false)
      await clock.startAt('2026-11-24T10:00:00+09:00')

      // To who has read nothing, a review shows the section first.
      await open('/review', { lang, scheme })
      await expect(page.locator('.readfirst')).toBeVisible()
      await check(page, 'a section to read first')

      await open('/topics/capabilities', { lang, scheme })
      const recall = page.locator('.recall').first()
      await recall.locator('button').click()
      await check(page, 'an opened recall box')
      await recall.locator('.grade').nth(2).click()

      await open('/quiz?topic=capabilities', { lang, scheme })
      await page.locator('.builder select.num').selectOption('20')
      await page.locator('.builder .primary').click()
      const seen = new Set<Question['kind']>()
      for (let place = 0; place < 20; place += 1) {
        await expect(page.locator('progress')).toHaveAttribute('value', String(place + 1))
        const question = await questionOnPage(page, words)
        const isFirst = !seen.has(question.kind)
        seen.add(question.kind)
        if (isFirst) await check(page, `a ${question.kind} question`)
        await answer(page, question, place % 2 === 0, hands)
        if (isFirst) await check(page, `an answered ${question.kind} question`)
        await page.locator('.quizbar > .btn').click()
      }
      expect(seen.size).toBeGreaterThanOrEqual(2)
      await page.locator('.answereditem summary').first().click()
      await check(page, 'the result of a quiz')

      await clock.pass({ days: 1 })
      await open('/', { lang, scheme })
      await check(page, 'Today with something due')
      await open('/review', { lang, scheme })
      await check(page, 'the front of a card')
      await page.locator('.abar .show').click()
      for (const summary of await page.locator('.under details.why summary').all()) await summary.click()
      await check(page, 'the back of a card, why it comes and what can be done with it')
      await page.locator('.under details.why .ways button').last().click()
      await expect(page.locator('.note textarea')).toBeFocused()
      await check(page, 'a note being written')
      await open('/settings', { lang, scheme })
      await check(page, 'settings with records')
    })
  }
}
