import type { Page } from '@playwright/test'
import type { Question, Topic } from '../../src/core/content/types.ts'
import { packItems } from '../../src/core/quiz/sharedQuiz.ts'
import { answer, questionOnPage } from './support/answer.ts'
import { axeViolations, inEachLook } from './support/axe.ts'
import { handsOf } from './support/hands.ts'
import { langs, widths } from './support/screens.ts'
import { expect, test } from './support/test.ts'
import { topicsIn } from './support/topicsIn.ts'

const kinds: readonly Question['kind'][] = ['choice', 'fill', 'order', 'match', 'exercise']
/** The first two questions of each kind in the catalogue. */
const twoOfEachKind = (topics: readonly Topic[]) => {
  const items = topics.flatMap((topic) => topic.sections.flatMap((section) => section.items))
  return kinds.map((kind) => {
    const pair = items.filter((item) => item.kind === kind).slice(0, 2)
    expect(pair, `questions of the kind ${kind}`).toHaveLength(2)
    return pair
  })
}

/** What axe says of the page as it stands, at each width and in both themes. */
const check = (page: Page, state: string): Promise<void> =>
  inEachLook(page, widths, async (look) => {
    // At its end nothing of a page lies half under the bar, where it would count as a small target.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    expect(await axeViolations(page), `${state}, ${look}`).toEqual([])
  })

for (const lang of langs) {
  test(`axe finds nothing while something is answered, in ${lang}, light and dark`, async ({ page, open, clock }) => {
    test.slow()
    const topics = await topicsIn(lang)
    const hands = handsOf(page, false)
    await clock.startAt('2026-11-24T10:00:00+09:00')

    // To who has read nothing, a review shows the section first.
    await open('/review', { lang })
    await expect(page.locator('.readfirst')).toBeVisible()
    await check(page, 'a section to read first')

    await open('/topics/capabilities', { lang })
    const recall = page.locator('.recall').first()
    await recall.locator('button').click()
    await check(page, 'an opened recall box')
    await recall.locator('.grade').nth(2).click()

    // Two questions of each kind, as a link to a quiz names them: one is answered rightly, the other wrongly.
    const pairs = twoOfEachKind(topics)
    await open(`/quiz?seed=7&items=${packItems(pairs.flat().map(({ id }) => id))}`, { lang })
    await page.locator('.builder .primary').click()
    for (const [place, { kind }] of pairs.flat().entries()) {
      await expect(page.locator('progress')).toHaveAttribute('value', String(place + 1))
      const question = await questionOnPage(page, topics)
      expect(question.kind).toBe(kind)
      const isRight = place % 2 === 0
      if (isRight) await check(page, `a ${kind} question`)
      await answer(page, question, isRight, hands)
      await check(page, `a ${kind} question answered ${isRight ? 'rightly' : 'wrongly'}`)
      await page.locator('.quizbar > .btn').click()
    }
    await page.locator('.answereditem summary').first().click()
    await check(page, 'the result of a quiz')

    await clock.pass({ days: 1 })
    await open('/', { lang })
    await check(page, 'Today with something due')
    await open('/review', { lang })
    await check(page, 'the front of a card')
    await page.locator('.abar .show').click()
    for (const summary of await page.locator('.under details.why summary').all()) await summary.click()
    await check(page, 'the back of a card, why it comes and what can be done with it')
    await page.locator('.under details.why .ways button').last().click()
    await expect(page.locator('.note textarea')).toBeFocused()
    await check(page, 'a note being written')
    await open('/settings', { lang })
    await check(page, 'settings with records')
  })
}
