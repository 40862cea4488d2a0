import type { Page } from '@playwright/test'
import { isCard, type Topic } from '../../src/core/content/types.ts'
import type { FactId } from '../../src/core/ids.ts'
import { answer, questionOnPage } from './support/answer.ts'
import { handsOf } from './support/hands.ts'
import { expect, test } from './support/test.ts'
import { topicsIn } from './support/topicsIn.ts'

const say = {
  ja: {
    choose: '日本語',
    topics: 'トピック',
    topic: 'ケイパビリティ',
    show: '答えを見る',
    good: /^普通/,
    toQuiz: 'このトピックの問題を解く',
    begin: /5問を始める/,
    result: '結果',
    today: '今日',
    start: /今日の学習を始める/,
    again: 'もう一度',
  },
  en: {
    choose: 'English',
    topics: 'Topics',
    topic: 'Capabilities',
    show: 'Show answer',
    good: /^Good/,
    toQuiz: 'Take a quiz on this topic',
    begin: /Start 5 questions/,
    result: 'Result',
    today: 'Today',
    start: /Start today’s session/,
    again: 'Again',
  },
} as const

/** The facts of the first cards that a topic asks after its first section. */
const firstFacts = (topics: readonly Topic[], id: string, count: number): readonly FactId[] => {
  const items = topics.find((topic) => topic.id === id)?.sections[0]?.items ?? []
  return items
    .filter((item) => item.kind === 'card')
    .slice(0, count)
    .map((item) => item.fact)
}

const dueNow = async (page: Page): Promise<number> => Number(await page.locator('.todaybox dd').first().innerText())

for (const [lang, byKeyboard] of [
  ['ja', false],
  ['en', true],
] as const) {
  const how = byKeyboard ? 'by keyboard alone' : 'with the mouse'
  test(`a newcomer reads in ${lang} ${how}, recalls three cards, takes a quiz with one wrong answer, and finds the right facts due later`, async ({
    page,
    open,
    clock,
  }) => {
    test.slow()
    const topics = await topicsIn(lang)
    const hands = handsOf(page, byKeyboard)
    const words = say[lang]
    /** What the first answer of the day said of each fact: right ones return in three to five days, spread over them, the missed one tomorrow. */
    const first = new Map<FactId, boolean>()
    const note = (fact: FactId, right: boolean): void => {
      if (!first.has(fact)) first.set(fact, right)
    }

    await clock.startAt('2026-11-24T10:00:00+09:00')
    await open('/')
    const choice = page.getByRole('main').getByRole('radio', { name: words.choose })
    if (byKeyboard) {
      await hands.reach(page.getByRole('main').getByRole('radio', { checked: true }))
      if (!(await choice.isChecked())) await page.keyboard.press('ArrowRight')
    } else await choice.check()
    await expect(page.locator('html')).toHaveAttribute('lang', lang)

    await hands.press(page.getByRole('navigation').getByRole('link', { name: words.topics, exact: true }).first())
    await hands.press(page.getByRole('main').getByRole('link', { name: words.topic, exact: true }).first())
    await expect(page.getByRole('heading', { level: 1, name: words.topic })).toBeVisible()
    const recall = page.locator('.recall').first()
    for (let card = 0; card < 3; card += 1) {
      await hands.press(recall.getByRole('button', { name: words.show }))
      await expect(recall.locator('.answer')).toBeFocused()
      await hands.press(recall.getByRole('button', { name: words.good }))
    }
    for (const fact of firstFacts(topics, 'capabilities', 3)) note(fact, true)

    await hands.press(page.getByRole('link', { name: words.toQuiz }))
    await hands.press(page.getByRole('button', { name: words.begin }))
    let missed: FactId | undefined
    for (let place = 0; place < 5; place += 1) {
      await expect(page.locator('progress')).toHaveAttribute('value', String(place + 1))
      const question = await questionOnPage(page, topics)
      // The wrong answer goes to a fact that was not answered yet today, since only the first answer of a day counts.
      const right = missed !== undefined || first.has(question.fact)
      if (!right) missed = question.fact
      await answer(page, question, right, hands)
      for (const fact of right ? [question.fact, ...question.supports] : [question.fact]) note(fact, right)
      if (place === 1) {
        await page.reload()
        // What was answered stands there with its verdict, as before.
        await expect(page.locator('.verdict')).toBeVisible()
      }
      if (byKeyboard) await page.keyboard.press('Enter')
      else await page.locator('.quizbar > .btn').click()
    }
    await expect(page.getByRole('heading', { level: 1, name: words.result })).toBeVisible()
    await expect(page.locator('.stats dd')).toHaveText(/4\s*\/ 5/)
    expect(missed).toBeDefined()

    await clock.pass({ days: 1 })
    await open('/')
    expect(await dueNow(page), 'due the next day').toBe(1)
    if (byKeyboard) await page.keyboard.press('Enter')
    else await page.getByRole('link', { name: words.start }).click()
    // The item that comes first is one that asks the fact that was missed, and it says so.
    const items = topics.flatMap((topic) => topic.sections.flatMap((section) => section.items.filter((item) => item.fact === missed)))
    const shown = (await page.locator('.box:not(.todaybox)').filter({ hasText: /\S/ }).first().textContent()) ?? ''
    // An exercise has its words only once it is asked.
    const prompts = items.map((item) => (isCard(item) ? item.prompt : item.kind === 'exercise' ? [] : item.stem))
    const texts = prompts.flatMap((blocks) =>
      blocks.flatMap((block) => (block.tag === 'p' ? block.children.filter((node) => typeof node === 'string') : [])),
    )
    expect(
      texts.some((text) => text.trim().length > 5 && shown.includes(text.trim())),
      shown,
    ).toBe(true)
    const why = page.locator('.under details.why').first()
    await hands.press(why.locator('summary'))
    await expect(why.locator('p').first()).toContainText(words.again)

    await clock.pass({ days: 1 })
    await open('/')
    expect(await dueNow(page), 'due two days after the first study').toBe(1)
    await clock.pass({ days: 3 })
    await open('/')
    expect(await dueNow(page), 'due five days after the first study').toBe(first.size)
  })
}
