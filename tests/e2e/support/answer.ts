import type { Page } from '@playwright/test'
import { isCard, type Question, type Rich, type Topic } from '../../../src/core/content/types.ts'
import { poseQuestion } from '../../../src/core/exercise/poseQuestion.ts'
import type { Hands } from './hands.ts'
import { expect } from './test.ts'

/** The words of formatted text as the page shows them. */
const words = (rich: Rich): string =>
  rich
    .map((node) => (typeof node === 'string' ? node : node.tag === 'code' ? node.text : 'children' in node ? words(node.children) : ''))
    .join('')
/** Without spaces and blanks, whether drawn or spoken. */
const squeezed = (text: string): string => text.replace(/[\s_]+|空欄|blank/g, '')

/** What a stem says, block by block. */
const stemWords = (blocks: Question['stem']): readonly string[] =>
  blocks.map((block) => {
    if (block.tag === 'p') return squeezed(words(block.children))
    if (block.tag === 'code') return squeezed(block.runs.map((run) => run.text).join(''))
    return block.tag === 'table' ? squeezed([block.head, ...block.rows].flatMap((row) => row.map(words)).join('')) : ''
  })

/** The question that the page asks now, found by its words. */
export const questionOnPage = async (page: Page, topics: readonly Topic[]): Promise<Question> => {
  // The question before stays in the page, unseen, while the words of the next are on the way.
  const shown = squeezed(
    await page
      .locator('.stem')
      .filter({ visible: true })
      .first()
      .evaluate((stem) => stem.lastElementChild?.closest('.stem')?.textContent ?? ''),
  )
  const exercise = page.locator('.exercise[data-seed]').filter({ visible: true })
  const seed = (await exercise.count()) > 0 ? Number(await exercise.first().getAttribute('data-seed')) : undefined
  // Only an exercise has a seed, and with it the numbers that are on the page.
  const questions = topics.flatMap((topic) =>
    topic.sections
      .flatMap((section) => section.items)
      .flatMap((item) =>
        isCard(item) || (item.kind === 'exercise') !== (seed !== undefined) ? [] : [poseQuestion(item, seed ?? 0, topic.lang)],
      ),
  )
  // The question of a short stem may be part of a longer one.
  const asked = questions
    .map((question) => ({ question, said: stemWords(question.stem) }))
    .filter(({ said }) => said.every((text) => shown.includes(text)))
    .toSorted((a, b) => b.said.join('').length - a.said.join('').length)
  const [found] = asked
  if (found === undefined) throw new Error(`No question of the catalogue reads: ${shown}`)
  return found.question
}

const chooseOptions = async (page: Page, question: Extract<Question, { kind: 'choice' }>, right: boolean, hands: Hands): Promise<void> => {
  const count = question.options.filter((option) => option.correct).length
  const wanted = question.options.filter((option) => option.correct === right).slice(0, count)
  const shown = await page.locator('.opt label > span:last-child').allTextContents()
  for (const option of wanted) {
    const place = shown.findIndex((text) => squeezed(text) === squeezed(words(option.text)))
    expect(place, `the place of “${words(option.text)}”`).toBeGreaterThanOrEqual(0)
    if (hands.byKeyboard) await page.keyboard.press(String(place + 1))
    else await hands.press(page.locator('.opt label').nth(place))
  }
}

/** Moves the step that belongs first up until it is there, then the next. */
const putInOrder = async (page: Page, target: readonly number[], hands: Hands): Promise<void> => {
  for (const [place, step] of target.entries()) {
    for (;;) {
      const order = await page.locator('.steps .opt').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-step'))))
      if (order.indexOf(step) <= place) break
      await hands.press(page.locator(`.steps [data-step="${step}"] [data-by="-1"]`))
    }
  }
}

const matchRows = async (page: Page, count: number, right: boolean, hands: Hands): Promise<void> => {
  for (let row = 0; row < count; row += 1) {
    const list = page.locator('.rowsof select').nth(row)
    const value = String(right ? row : (row + 1) % count)
    if (!hands.byKeyboard) await list.selectOption(value)
    else {
      await hands.reach(list)
      const values = await list.locator('option').evaluateAll((options) => options.map((option) => option.getAttribute('value')))
      for (let presses = 0; presses < values.indexOf(value); presses += 1) await page.keyboard.press('ArrowDown')
    }
    await expect(list).toHaveValue(value)
  }
}

const fillFields = async (page: Page, question: Extract<Question, { kind: 'exercise' }>, right: boolean, hands: Hands): Promise<void> => {
  for (const [place, { form, expected }] of question.fields.entries()) {
    const field = page.locator('.exfield :is(input, select)').nth(place)
    if (form.kind === 'pick') {
      const keys = ['', ...form.options.map((option) => option.key)]
      const key = right ? expected : (keys.find((other) => other !== '' && other !== expected) ?? '')
      if (!hands.byKeyboard) await field.selectOption(key)
      else {
        await hands.reach(field)
        for (let presses = 0; presses < keys.indexOf(key); presses += 1) await page.keyboard.press('ArrowDown')
      }
      continue
    }
    await hands.reach(field)
    await page.keyboard.type(right ? expected : 'no-such-thing')
  }
}

/** Fills the answer to the question on the page in, rightly or wrongly. */
export const fillIn = async (page: Page, question: Question, right: boolean, hands: Hands): Promise<void> => {
  const steps = question.kind === 'order' ? question.steps.map((_, index) => index) : []
  switch (question.kind) {
    case 'choice':
      await chooseOptions(page, question, right, hands)
      break
    case 'fill':
      await hands.reach(page.locator('.fill input'))
      await page.keyboard.type(right ? (question.answers.find(({ match }) => match === 'expected')?.text ?? '') : 'no-such-thing')
      break
    case 'order':
      await putInOrder(page, right ? steps : steps.toReversed(), hands)
      break
    case 'match':
      await matchRows(page, question.pairs.length, right, hands)
      break
    case 'exercise':
      await fillFields(page, question, right, hands)
      break
  }
}

/** Answers the question on the page, rightly or wrongly, and waits for the verdict. */
export const answer = async (page: Page, question: Question, right: boolean, hands: Hands): Promise<void> => {
  await fillIn(page, question, right, hands)
  // In a field or on an option Enter submits, as the key hint says; elsewhere the button has to be reached.
  if (hands.byKeyboard && (question.kind === 'choice' || question.kind === 'fill')) await page.keyboard.press('Enter')
  else await hands.press(page.locator('.quizbar > .btn'))
  await expect(page.locator('.verdict')).toHaveAttribute('data-verdict', right ? 'correct' : /wrong|partly/)
}
