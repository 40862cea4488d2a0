import { describe, expect, test } from 'vitest'
import { realContent } from '../../helpers/realContent.ts'
import type { FillQuestion } from '../../../src/core/content/types.ts'
import { scoreFill } from '../../../src/core/quiz/scoreFill.ts'

const { topics } = await realContent()
/** Every fill of the catalogue in both languages. */
const fills = topics
  .flatMap(({ parts }) => [parts.ja, parts.en])
  .flatMap((part) => part?.topic?.sections ?? [])
  .flatMap(({ items }) => items)
  .filter((item): item is FillQuestion => item.kind === 'fill')

const typedInto = (question: FillQuestion, text: string) => scoreFill(question, { kind: 'fill', text })
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).replaceAll(' ', '\u3000')
const swapped = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))

describe('the fills of the catalogue', () => {
  test('are enough to speak of', () => {
    expect(fills.length).toBeGreaterThanOrEqual(120)
  })

  test('take each of their right answers, however it was typed or copied', () => {
    for (const question of fills) {
      for (const { text } of question.answers.filter(({ match }) => match !== 'near')) {
        for (const typed of [text, ` ${text}\n`, `$ ${text}`, `「${text}」`, `“${text}”`, wide(text), text.replaceAll('-', '\u2212')]) {
          // Quotes of its own are the answer's, and not round the whole.
          if (typed.startsWith('“') && text.startsWith('"')) continue
          expect(typedInto(question, typed), `${question.id}: ${typed}`).toMatchObject({ verdict: 'correct' })
        }
      }
    }
  })

  test('refuse each of their near misses with its reason', () => {
    for (const question of fills) {
      for (const { text } of question.answers.filter(({ match }) => match === 'near')) {
        for (const typed of [text, wide(text), `# ${text}\n`]) {
          const { verdict, matched } = typedInto(question, typed)
          const found = matched === undefined ? undefined : question.answers[matched]
          expect({ verdict, text: found?.text, hasReason: (found?.reason.length ?? 0) > 0 }, `${question.id}: ${typed}`).toEqual({
            verdict: 'wrong',
            text,
            hasReason: true,
          })
        }
      }
    }
  })

  test('refuse other letter case, unless the author lists it', () => {
    for (const question of fills) {
      const right = question.answers.filter(({ match }) => match !== 'near').map(({ text }) => text)
      for (const text of right.map(swapped).filter((other) => !right.includes(other)))
        expect(typedInto(question, text).verdict, `${question.id}: ${text}`).toBe('wrong')
    }
  })
})
