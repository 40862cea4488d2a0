import type { Page } from '@playwright/test'
import { plainRich } from '../../src/core/content/plainText.ts'
import type { Question, Topic } from '../../src/core/content/types.ts'
import { tookFor } from '../../src/core/quiz/tookFor.ts'
import { answer, questionOnPage } from './support/answer.ts'
import { expectNothingByAxe } from './support/axe.ts'
import { handsOf } from './support/hands.ts'
import { langs } from './support/screens.ts'
import { expect, test } from './support/test.ts'
import { topicsIn } from './support/topicsIn.ts'

/** The one option of a question that the content says belongs elsewhere; nothing where several have to be picked. */
const strayOption = (question: Question, topic: Pick<Topic, 'sections'>): number | undefined => {
  if (question.kind !== 'choice' || question.options.filter((option) => option.correct).length !== 1) return undefined
  const place = question.options.findIndex((_, at) => tookFor(question, { kind: 'choice', picked: [at] }, topic) !== undefined)
  return place < 0 ? undefined : place
}
/** A topic with many such questions. */
const confusingTopic = (topics: readonly Topic[]): Topic => {
  const strays = (topic: Topic): number =>
    topic.sections.flatMap((section) => section.items).filter((item) => item.kind === 'choice' && strayOption(item, topic) !== undefined)
      .length
  const [first] = topics.toSorted((a, b) => strays(b) - strays(a))
  if (first === undefined || strays(first) < 2) throw new Error('The content confuses nothing')
  return first
}

const squeezed = (text: string): string => text.replace(/\s+/g, '')
/** Where an option stands on the page, from 1: the key that picks it. */
const keyOf = async (page: Page, question: Question, option: number): Promise<string> => {
  const words = question.kind === 'choice' ? plainRich(question.options[option]?.text ?? []) : ''
  const shown = await page.locator('.opt label > span:last-child').allTextContents()
  return String(shown.findIndex((text) => squeezed(text) === squeezed(words)) + 1)
}

test('a quiz is built and taken by keyboard alone: sure of a wrong pick, which is named, then its result, and its link gives another browser the same', async ({
  page,
  open,
  context,
  browser,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const topics = await topicsIn('en')
  const topic = confusingTopic(topics)
  const hands = handsOf(page, true)
  const pick = async (name: string, value: string): Promise<void> => {
    const list = page.getByRole('combobox', { name, exact: true })
    await hands.reach(list)
    const values = await list.locator('option').evaluateAll((all) => all.map((option) => option.getAttribute('value')))
    for (let presses = 0; presses < values.indexOf(value); presses += 1) await page.keyboard.press('ArrowDown')
    await expect(list).toHaveValue(value)
  }
  await open('/quiz', { lang: 'en' })
  await pick('Topic', `topic ${topic.id}`)
  await pick('Kind of question', 'choice')
  await pick('Number of questions', '40')
  await hands.press(page.getByRole('button', { name: /^Start/ }))

  const asked: { readonly id: string; readonly options: readonly string[] }[] = []
  const shownOptions = (of: Page): Promise<string[]> => of.locator('.opt label > span:last-child').allTextContents()
  const total = Number(await page.locator('progress').getAttribute('max'))
  let named = 0
  for (let place = 0; place < total; place += 1) {
    await expect(page.locator('progress')).toHaveAttribute('value', String(place + 1))
    const question = await questionOnPage(page, topics)
    asked.push({ id: question.id, options: await shownOptions(page) })
    const stray = strayOption(question, topic)
    if (stray === undefined || named > 0) await answer(page, question, true, hands)
    else {
      const key = await keyOf(page, question, stray)
      await page.keyboard.press(key)
      await page.keyboard.press('r')
      await expect(page.getByRole('button', { name: 'sure', exact: true })).toHaveAttribute('aria-pressed', 'true')
      await page.keyboard.press('Enter')
      await expect(page.locator('.verdict strong')).toHaveText('Sure, but wrong')
      const letter = String.fromCharCode(64 + Number(key))
      await expect(page.locator('.took')).toHaveText(new RegExp(`^You picked ${letter}, which belongs to: .+`))
      await expect(page.locator('.took a')).toHaveAttribute('href', /\/topics\/[a-z0-9-]+#[a-z0-9-]+$/)
      named += 1
    }
    await expect(page.locator('.quizbar > .btn')).toBeFocused()
    await page.keyboard.press('Enter')
  }
  expect(named).toBe(1)
  await expect(page.getByRole('heading', { level: 1, name: 'Result' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Missed' }).locator('.took')).toHaveCount(1)
  await hands.press(page.getByRole('button', { name: 'Copy a link to it' }))
  await expect(page.getByText('Copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(`${link}&lang=en`)
  await expect(other.getByText(`${total} questions from “${topic.title}”.`)).toBeVisible()
  await other.locator('.builder .primary').click()
  for (const { id, options } of asked.slice(0, 3)) {
    const question = await questionOnPage(other, topics)
    expect(question.id).toBe(id)
    expect(await shownOptions(other)).toEqual(options)
    await answer(other, question, true, handsOf(other, false))
    await other.locator('.quizbar > .btn').click()
    await expect(other.locator('.verdict')).toHaveCount(0)
  }
  await elsewhere.close()
})

for (const lang of langs) {
  test(`axe finds nothing where a quiz is built, comes by a link, names a wrong pick and is listed, in ${lang}, light and dark`, async ({
    page,
    open,
  }) => {
    test.slow()
    const topics = await topicsIn(lang)
    const topic = confusingTopic(topics)
    const items = topic.sections.flatMap((section) => section.items)
    const stray = items.find((item) => item.kind === 'choice' && strayOption(item, topic) !== undefined)
    if (stray?.kind !== 'choice') throw new Error('The topic confuses nothing')
    await open(`/quiz?topic=${topic.id}&area=security&level=2&part=unseenFirst&kind=choice&count=10`, { lang })
    await expectNothingByAxe(page, 'a quiz of several topics being built')
    await open(`/quiz?seed=7&items=${stray.id.replace('/', '_')}.no-such`, { lang })
    await expectNothingByAxe(page, 'a quiz from a link')
    await page.locator('.builder .primary').click()
    await page.locator('.stem').waitFor()
    await page.keyboard.press(await keyOf(page, stray, strayOption(stray, topic) ?? 0))
    await page.keyboard.press('t')
    await page.keyboard.press('Enter')
    await page.locator('.took').waitFor()
    await expectNothingByAxe(page, 'a wrong pick that is named')
    await page.keyboard.press('Enter')
    await page.locator('.result').waitFor()
    await expectNothingByAxe(page, 'the result of a quiz')
    await open('/quiz', { lang })
    await page.locator('.rowlist .ways').waitFor()
    await expectNothingByAxe(page, 'the list of quizzes')
  })
}
