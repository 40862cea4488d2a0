import { describe, expect, test } from 'vitest'
import { answerSeconds } from '../../../src/core/schedule/answerSeconds.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { foldDays, reviewed } from '../../helpers/events.ts'

const links = linksFor({
  ns: [{ id: 'pid' }, { id: 'term', kind: 'term' }, { id: 'cloze', kind: 'cloze' }, { id: 'pick', kind: 'choice' }],
})
const secondsAfter = (...tookMs: readonly number[]) =>
  answerSeconds(foldDays(links, [0, ...tookMs.map((ms, n) => reviewed(n % 2 === 0 ? 'ns/pid' : 'ns/cloze', 3, 'review', ms))]))

describe('answerSeconds', () => {
  test('are those of the rule as long as little is known of the learner', () => {
    expect(secondsAfter()).toEqual({ card: 8, fill: 15, choice: 25, order: 40, match: 40, exercise: 60 })
    expect(secondsAfter(...Array<number>(19).fill(3000)).card).toBe(8)
  })

  test('are the learner’s own median from 20 answers of a kind on, all cards being one', () => {
    const times = [...Array<number>(10).fill(3000), ...Array<number>(10).fill(5000)]
    expect(secondsAfter(...times)).toEqual({ card: 4, fill: 15, choice: 25, order: 40, match: 40, exercise: 60 })
    expect(secondsAfter(...times, 119_000).card).toBe(5)
  })

  test('follow the last 41 answers', () => {
    expect(secondsAfter(...Array<number>(60).fill(30_000), ...Array<number>(20).fill(2000)).card).toBe(30)
    expect(secondsAfter(...Array<number>(60).fill(30_000), ...Array<number>(21).fill(2000)).card).toBe(2)
  })

  test('are never nothing, whatever a log from elsewhere says', () => {
    expect(secondsAfter(...Array<number>(20).fill(0)).card).toBe(1)
  })

  test('leave out leafing through flashcards', () => {
    const cram = Array.from({ length: 30 }, () => reviewed('ns/pid', 3, 'flashcards', 500))
    expect(answerSeconds(foldDays(links, [0, ...cram])).card).toBe(8)
  })
})
