import type { Locator, Page } from '@playwright/test'
import { type Block, type ChoiceQuestion, isCard, type Item, type Question, type Rich, type Topic } from '../../src/core/content/types.ts'
import { poseQuestion } from '../../src/core/exercise/poseQuestion.ts'
import { askingWords, plainText } from '../../src/ui/plainText.ts'
import { answer, fillIn } from './support/answer.ts'
import { fingersOn, handsOf } from './support/hands.ts'
import { putRows } from './support/putRows.ts'
import { langs } from './support/screens.ts'
import { expect, type Lang, test } from './support/test.ts'
import { topicsIn } from './support/topicsIn.ts'

/** What the screen says, as a screen reader would say it. */
const words = {
  ja: {
    question: '問題',
    explanation: '解説',
    submit: '答える',
    next: '次へ',
    correct: '正解',
    returns: '次に問われるのは',
    choose: (count: number) => `${count}つ選ぶ`,
    put: '正しい順に並べる',
    up: (step: string) => `「${step}」を上へ`,
    down: (step: string) => `「${step}」を下へ`,
    moved: (step: string, place: number, total: number) => `「${step}」は${total}のうち${place}番目になった`,
    pick: (leftOver: boolean) => (leftOver ? 'それぞれに合うものを選ぶ。余るものもある' : 'それぞれに合うものを選ぶ'),
    none: '選ぶ',
    fields: 'それぞれの欄に答えを書く',
    typed: '端末に打つとおりに書く',
    blank: '空欄',
    right: 'あなたの答え・正解',
    inPlace: '正しい位置',
    expected: '正解',
    missing: {
      choice: 'まだ何も選んでいない。',
      fill: 'まだ何も書いていない。',
      match: 'まだ選んでいない行がある。',
      exercise: 'まだ埋めていない欄がある。',
    },
    tooFew: (count: number) => `あと${count}つ選ぶ。`,
    position: (place: number, total: number) => `${total}項目のうち${place}項目目`,
    show: '答えを見る',
    answer: '答え',
    grade: '評価',
    grades: ['もう一度', '難しい', '普通', '簡単'],
  },
  en: {
    question: 'Question',
    explanation: 'Explanation',
    submit: 'Submit',
    next: 'Next',
    correct: 'Right',
    returns: 'This returns',
    choose: (count: number) => (count === 1 ? 'Choose one' : `Choose ${count}`),
    put: 'Put them in order',
    up: (step: string) => `Move “${step}” up`,
    down: (step: string) => `Move “${step}” down`,
    moved: (step: string, place: number, total: number) => `“${step}” is now number ${place} of ${total}`,
    pick: (leftOver: boolean) => `Pick the one that belongs to each${leftOver ? '; some are left over' : ''}`,
    none: 'Choose',
    fields: 'Fill in every field',
    typed: 'Type it as you would in a terminal',
    blank: 'blank',
    right: 'Your answer: right',
    inPlace: 'In its place',
    expected: 'The answer',
    missing: {
      choice: 'Choose an option first.',
      fill: 'Type an answer first.',
      match: 'Some rows have no answer yet.',
      exercise: 'Some fields are still empty.',
    },
    tooFew: (count: number) => (count === 1 ? 'Choose one more.' : `Choose ${count} more.`),
    position: (place: number, total: number) => `Item ${place} of ${total}`,
    show: 'Show answer',
    answer: 'Answer',
    grade: 'Grade',
    grades: ['Again', 'Hard', 'Good', 'Easy'],
  },
} as const
type Words = (typeof words)[Lang]

const isPlain = (rich: Rich): boolean => rich.every((node) => typeof node === 'string' || node.tag === 'code')
const asking = (blocks: readonly Block[]): Rich | undefined => {
  const last = blocks.findLast((block) => block.tag === 'p')
  return last?.tag === 'p' ? last.children : undefined
}
/** Words that can be looked for as they stand: without words that explain themselves and the like. */
const isPlainlyAsked = (item: Item): boolean => {
  if (isCard(item)) return false
  if (item.kind === 'exercise') return true
  const rich = asking(item.stem)
  const parts =
    item.kind === 'choice'
      ? item.options.map(({ text }) => text)
      : item.kind === 'order'
        ? item.steps.map(({ text }) => text)
        : item.kind === 'match'
          ? [...item.pairs.flatMap(({ left, right }) => [left, right]), ...item.decoys]
          : []
  return rich !== undefined && isPlain(rich) && parts.every(isPlain)
}
const rightsOf = (question: ChoiceQuestion): number => question.options.filter((option) => option.correct).length

/** One question of each kind, choices of one and of several apart. */
const oneOfEach = (topics: readonly Topic[]): readonly Item[] => {
  const items = topics.flatMap((topic) => topic.sections.flatMap((section) => section.items)).filter(isPlainlyAsked)
  const wanted: readonly ((item: Item) => boolean)[] = [
    (item) => item.kind === 'choice' && rightsOf(item) === 1,
    (item) => item.kind === 'choice' && rightsOf(item) > 1,
    (item) => item.kind === 'fill',
    (item) => item.kind === 'order' && item.steps.length >= 4,
    (item) => item.kind === 'match',
    (item) => item.kind === 'exercise' && item.task.kind === 'cpu-max',
  ]
  return wanted.map((isWanted, place) => {
    const found = items.find(isWanted)
    if (found === undefined) throw new Error(`The catalogue has nothing for place ${place}.`)
    return found
  })
}

const attempt = 'each-kind'
const spoken = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What is there before the answer: names, roles and what belongs together. */
const checkAsked = async (page: Page, question: Question, t: Words): Promise<void> => {
  const asked = spoken(askingWords(question.stem))
  const group = page.getByRole('group', { name: asked, exact: true })
  switch (question.kind) {
    case 'choice': {
      await expect(group).toHaveAccessibleDescription(t.choose(rightsOf(question)))
      const role = rightsOf(question) === 1 ? 'radio' : 'checkbox'
      await expect(group.getByRole(role)).toHaveCount(question.options.length)
      for (const { text } of question.options)
        await expect(group.getByRole(role, { name: spoken(plainText(text)), exact: true })).not.toBeChecked()
      return
    }
    case 'fill': {
      const field = page.getByRole('textbox', { name: t.typed, exact: true })
      await expect(field).toHaveAccessibleDescription(spoken(asked.replaceAll('___', t.blank)))
      return
    }
    case 'order': {
      await expect(group).toHaveAccessibleDescription(t.put)
      await expect(group.getByRole('list').getByRole('listitem')).toHaveCount(question.steps.length)
      for (const { text } of question.steps) {
        await expect(group.getByRole('button', { name: t.up(plainText(text)), exact: true })).toHaveCount(1)
        await expect(group.getByRole('button', { name: t.down(plainText(text)), exact: true })).toHaveCount(1)
      }
      return
    }
    case 'match':
      await expect(group).toHaveAccessibleDescription(t.pick(question.decoys.length > 0))
      for (const { left } of question.pairs) {
        const list = group.getByRole('combobox', { name: spoken(plainText(left)), exact: true })
        await expect(list.getByRole('option')).toHaveCount(1 + question.pairs.length + question.decoys.length)
        await expect(list).toHaveValue('-1')
      }
      return
    case 'exercise':
      await expect(group).toHaveAccessibleDescription(t.fields)
      for (const { label, form } of question.fields) {
        const field = group.getByRole(form.kind === 'pick' ? 'combobox' : 'textbox', { name: spoken(plainText(label)), exact: true })
        // In what unit the number is meant is said with the field.
        await expect(field).toHaveAccessibleDescription(form.kind === 'number' && form.unit !== undefined ? new RegExp(form.unit) : /.*/)
      }
      return
  }
}

/** Each move is said, also when another step comes to the place that was said last. */
const checkMoves = async (page: Page, question: Extract<Question, { kind: 'order' }>, t: Words): Promise<void> => {
  const group = page.getByRole('group', { name: spoken(askingWords(question.stem)), exact: true })
  const said = group.locator('[aria-live="polite"]')
  await expect(said).toHaveText('')
  const hands = handsOf(page, true)
  const steps = group.getByRole('listitem')
  const total = question.steps.length
  const stepAt = async (place: number): Promise<string> =>
    plainText(question.steps[Number(await steps.nth(place).getAttribute('data-step'))]?.text ?? [])
  for (let again = 0; again < 2; again += 1) {
    const step = await stepAt(1)
    await hands.reach(group.getByRole('button', { name: t.up(step), exact: true }))
    await page.keyboard.press('Enter')
    await expect(said).toHaveText(t.moved(step, 1, total))
    // At the top there is no way up: the focus stays with the step that moved.
    await expect(group.getByRole('button', { name: t.down(step), exact: true })).toBeFocused()
  }
}

/** What is there after the answer, by the marks in words that stand beside the colours. */
const checkAnswered = async (sheet: Locator, question: Question, t: Words): Promise<void> => {
  await expect(sheet.getByRole('heading', { level: 2, name: t.explanation, exact: true })).toBeVisible()
  const marked = (mark: string) => sheet.getByRole('listitem').filter({ hasText: mark })
  switch (question.kind) {
    case 'choice':
      await expect(marked(t.right)).toHaveCount(rightsOf(question))
      return
    case 'fill':
      await expect(sheet.getByRole('textbox')).toHaveJSProperty('readOnly', true)
      await expect(marked(t.expected).first()).toBeVisible()
      return
    case 'order':
      await expect(marked(t.inPlace)).toHaveCount(question.steps.length)
      return
    case 'match':
      await expect(marked(t.right)).toHaveCount(question.pairs.length)
      return
    case 'exercise':
      await expect(marked(t.right)).toHaveCount(question.fields.length)
      return
  }
}

/** The record of a quiz of these items. */
const begun = (items: readonly Item[]) => [
  {
    id: '0198c0de-0000-7000-8000-000000000001',
    at: Date.now(),
    offsetMin: 540,
    device: 'd',
    kind: 'attemptStarted',
    attempt,
    topics: [...new Set(items.map(({ id }) => id.slice(0, id.indexOf('/'))))],
    items: items.map(({ id }) => id),
    seed: 7,
  },
]

for (const lang of langs) {
  test(`each kind of question says by names, roles and live regions what it asks and what came of it, by keyboard alone, in ${lang}`, async ({
    page,
    open,
  }) => {
    const t = words[lang]
    const items = oneOfEach(await topicsIn(lang))
    await open('/quiz', { lang })
    await putRows(page, begun(items))
    await open(`/quiz/${attempt}`, { lang })
    const hands = handsOf(page, true)
    const bar = page.getByRole('contentinfo')
    const status = bar.getByRole('status')
    for (const [place, item] of items.entries()) {
      await expect(page.getByRole('progressbar', { name: t.position(place + 1, items.length), exact: true })).toHaveCount(1)
      if (isCard(item)) throw new Error('Only questions were chosen.')
      const seed = item.kind === 'exercise' ? Number(await page.locator('.exercise').getAttribute('data-seed')) : 0
      const question = poseQuestion(item, seed, lang)
      const asked = spoken(askingWords(question.stem)).replaceAll('___', '')
      const sheet = page.getByRole('main').getByRole('region', { name: `${t.question}: ${asked.slice(0, 12)}` })
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.question)
      // After "next" the reader is at the new question, whose name asks it; a page just opened is read from its top.
      if (place > 0) await expect(sheet).toBeFocused()
      await checkAsked(page, question, t)

      // There before it says anything; what is missing is said and takes no answer.
      await expect(status).toHaveText('')
      if (question.kind !== 'order') {
        await page.keyboard.press('Enter')
        await expect(status).toHaveText(t.missing[question.kind])
      }
      if (question.kind === 'choice' && rightsOf(question) > 1) {
        await page.keyboard.press('1')
        await page.keyboard.press('Enter')
        await expect(status).toHaveText(t.tooFew(rightsOf(question) - 1))
        await page.keyboard.press('1')
      }
      if (question.kind === 'order') await checkMoves(page, question, t)
      await fillIn(page, question, true, hands)
      // From a list of steps or of entries the button has to be reached: Enter acts on the list itself.
      if (question.kind === 'order' || question.kind === 'match')
        await hands.press(bar.getByRole('button', { name: t.submit, exact: true }))
      else await page.keyboard.press('Enter')

      const verdict = new RegExp(`^${t.correct}\\s*${t.returns}`)
      await expect(status).toHaveText(verdict)
      const next = bar.getByRole('button', { name: t.next, exact: true })
      await expect(next).toBeFocused()
      await expect(next).toHaveAccessibleDescription(verdict)
      await checkAnswered(sheet, question, t)
      await page.keyboard.press('Enter')
    }
    await expect(page.locator('.answereditem')).toHaveCount(items.length)
  })

  test(`a card says by names, roles and focus what it asks, what the answer is and when it returns, by keyboard alone, in ${lang}`, async ({
    page,
    open,
  }) => {
    const t = words[lang]
    await open('/flashcards/capabilities', { lang })
    const prompt = page.getByRole('article').getByRole('heading', { level: 1 })
    const first = await prompt.innerText()
    await expect(page.getByRole('article', { name: spoken(first) })).toBeVisible()
    const show = page.getByRole('contentinfo').getByRole('button', { name: t.show, exact: true })
    await expect(page.getByRole('region', { name: t.answer, exact: true })).toHaveCount(0)
    await handsOf(page, true).press(show)
    await expect(page.getByRole('region', { name: t.answer, exact: true })).toBeFocused()
    const grades = page.getByRole('group', { name: t.grade, exact: true }).getByRole('button')
    await expect(grades).toHaveCount(t.grades.length)
    for (const [place, name] of t.grades.entries()) await expect(grades.nth(place)).toHaveAccessibleName(new RegExp(`^${name} \\S`))
    await page.keyboard.press('3')
    await expect(prompt).toBeFocused()
    await expect(prompt).not.toHaveText(first)
  })
}

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true })

  test('every kind of question is answered on a narrow screen', async ({ page, open }) => {
    const items = oneOfEach(await topicsIn('ja'))
    await open('/quiz', { lang: 'ja', width: 390 })
    await putRows(page, begun(items))
    await open(`/quiz/${attempt}`, { lang: 'ja', width: 390 })
    for (const [place, item] of items.entries()) {
      await expect(page.getByRole('progressbar', { name: words.ja.position(place + 1, items.length), exact: true })).toHaveCount(1)
      if (isCard(item)) throw new Error('Only questions were chosen.')
      const seed = item.kind === 'exercise' ? Number(await page.locator('.exercise').getAttribute('data-seed')) : 0
      await answer(page, poseQuestion(item, seed, 'ja'), true, fingersOn())
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await page.locator('.quizbar .btn').tap()
    }
    await expect(page.locator('.answereditem')).toHaveCount(items.length)
  })
})
