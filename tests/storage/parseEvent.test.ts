import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPlan } from '../../src/core/schedule/studyPlan.ts'
import { parseEvent } from '../../src/storage/parseEvent.ts'
import { anyEvent, reviewed } from './studyEvents.ts'

const good = { ...reviewed('e1') }
const base = { id: 'e1', at: 1_700_000_000_000, offsetMin: 540, device: 'laptop' }
const answered = {
  ...base,
  kind: 'answered',
  item: 'capabilities/q1',
  response: { kind: 'choice', picked: [0] },
  verdict: 'wrong',
  tookMs: 1,
  lang: 'ja',
}
const examStarted = { ...base, kind: 'examStarted', attempt: 'a1', minutes: 15, items: ['capabilities/q1'], seed: 7 }
const examAnswered = {
  ...base,
  kind: 'examAnswered',
  attempt: 'a1',
  item: 'capabilities/q1',
  response: { kind: 'choice', picked: [0] },
  lang: 'ja',
}
const examFlagged = { ...base, kind: 'examFlagged', attempt: 'a1', item: 'capabilities/q1', flagged: true }
const started = { ...base, kind: 'attemptStarted', attempt: 'a1', topics: ['capabilities'], items: ['capabilities/q1'], seed: 7 }
const without = (row: object, field: string) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== field))

describe('parseEvent', () => {
  it('reads back every event that the types allow, unchanged', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(parseEvent(event)).toEqual({ ok: true, value: event })
      }),
      { numRuns: 500 },
    )
  })

  it('keeps fields that it does not know, inside the response too', () => {
    const row = { ...answered, response: { kind: 'choice', picked: [0], sure: true }, mood: { tired: true } }
    expect(parseEvent(row)).toEqual({ ok: true, value: row })
  })

  it('reads an undo of the first version, which names one event', () => {
    const row = { ...base, kind: 'retracted', event: 'e0' }
    expect(parseEvent(row)).toEqual({ ok: true, value: { ...row, events: ['e0'] } })
  })

  it.each([
    ['a kind from the future', { ...base, kind: 'dreamt', of: 'cgroups' }],
    ['a kind named like something every object has', { ...base, kind: 'toString' }],
    ['another program’s record with an id, a time and a kind', { id: 'n1', at: 5, kind: 'note' }],
  ])('calls %s unknown', (_, row) => {
    expect(parseEvent(row)).toEqual({ ok: false, error: 'unknown' })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'reviewed'],
    ['a number', 7],
    ['a list', [good]],
    ['an empty object', {}],
    ['a future kind without a time', { id: 'e1', kind: 'dreamt' }],
    ['a future kind at NaN', { id: 'e1', at: Number.NaN, kind: 'dreamt' }],
    ['a future kind without an id', { at: 1, kind: 'dreamt' }],
    ['a kind that is not a string', { ...good, kind: 1 }],
    ...Object.keys(good).map((field): [string, unknown] => [`a review without ${field}`, without(good, field)]),
    ...Object.keys(answered).map((field): [string, unknown] => [`an answer without ${field}`, without(answered, field)]),
    ...Object.keys(started).map((field): [string, unknown] => [`an attempt without ${field}`, without(started, field)]),
    ...[examStarted, examAnswered, examFlagged].flatMap((exam) =>
      Object.keys(exam).map((field): [string, unknown] => [`${exam.kind} without ${field}`, without(exam, field)]),
    ),
    ['a hand-in of nothing', { ...base, kind: 'handedIn' }],
    ['an exam of no minutes', { ...examStarted, minutes: 0 }],
    ['an exam of more than a day', { ...examStarted, minutes: 1441 }],
    ['a flag that is neither set nor taken away', { ...examFlagged, flagged: 'yes' }],
    ['an empty id', { ...good, id: '' }],
    ['an empty device', { ...good, device: '' }],
    ['an empty item', { ...good, item: '' }],
    ['an empty section', { ...base, kind: 'read', section: '' }],
    ['a retraction of nothing', { ...base, kind: 'retracted', event: '' }],
    ['a retraction that is no list', { ...base, kind: 'retracted', events: 'e0' }],
    ['a retraction without a target', { ...base, kind: 'retracted' }],
    ['20 parameters of FSRS', { ...base, kind: 'fitted', parameters: Array(20).fill(1) }],
    ['parameters fitted on no number of reviews', { ...base, kind: 'fitted', parameters: null, reviews: 1.5 }],
    ['parameters that are NaN', { ...base, kind: 'fitted', parameters: Array(21).fill(Number.NaN) }],
    ['a plan without minutes', { ...base, kind: 'planned', plan: without(defaultPlan, 'minutesPerDay') }],
    ['an exam on a day that is no date', { ...base, kind: 'planned', plan: { ...defaultPlan, examDate: 'soon' } }],
    [
      'something else after the exam',
      { ...base, kind: 'planned', plan: { ...defaultPlan, afterExam: { of: '2026-12-20', choice: 'rest' } } },
    ],
    ['a target retention of 1', { ...base, kind: 'planned', plan: { ...defaultPlan, targetRetention: 1 } }],
    ['a time of zero', { ...good, at: 0 }],
    ['a time before 1970', { ...good, at: -1 }],
    ['a time that is NaN', { ...good, at: Number.NaN }],
    ['a time without end', { ...good, at: Number.POSITIVE_INFINITY }],
    ['a time in microseconds', { ...good, at: 1_700_000_000_000_000 }],
    ['a time as text', { ...good, at: '2026-01-01' }],
    ['an offset beyond 14 h', { ...good, offsetMin: 841 }],
    ['an offset beyond −14 h', { ...good, offsetMin: -841 }],
    ['a broken offset', { ...good, offsetMin: 0.5 }],
    ['grade 0', { ...good, grade: 0 }],
    ['grade 5', { ...good, grade: 5 }],
    ['half a grade', { ...good, grade: 2.5 }],
    ['a grade as text', { ...good, grade: '3' }],
    ['a negative duration', { ...good, tookMs: -1 }],
    ['a duration that is NaN', { ...good, tookMs: Number.NaN }],
    ['a duration without end', { ...good, tookMs: Number.POSITIVE_INFINITY }],
    ['an unheard-of place', { ...good, where: 'dream' }],
    ['an unheard-of verdict', { ...answered, verdict: 'close' }],
    ['an unheard-of language', { ...answered, lang: 'fr' }],
    ['a mistake for what is no fact', { ...answered, tookFor: 7 }],
    ['an empty attempt', { ...answered, attempt: '' }],
    ['a response of no kind', { ...answered, response: { picked: [0] } }],
    ['a response of another kind', { ...answered, response: { kind: 'essay', text: '' } }],
    ['a choice at a negative position', { ...answered, response: { kind: 'choice', picked: [-1] } }],
    ['a choice of NaN', { ...answered, response: { kind: 'match', picked: [Number.NaN] } }],
    ['a fill of a number', { ...answered, response: { kind: 'fill', text: 9 } }],
    ['a fill without text', { ...answered, response: { kind: 'fill' } }],
    ['an exercise with a number for an answer', { ...answered, response: { kind: 'exercise', answers: ['1', 2] } }],
    ['an exercise without answers', { ...answered, response: { kind: 'exercise' } }],
    ['an answer whose seed is text', { ...answered, seed: '7' }],
    ['an order with a hole', { ...answered, response: { kind: 'order', order: [0, null] } }],
    ['an attempt on an empty topic', { ...started, topics: [''] }],
    ['an attempt with an empty item', { ...started, items: [''] }],
    ['a seed that is NaN', { ...started, seed: Number.NaN }],
  ])('calls %s damaged', (_, row) => {
    expect(parseEvent(row)).toEqual({ ok: false, error: 'damaged' })
  })

  it('gives an answer on any value at all', () => {
    const head = fc.record({
      id: fc.string(),
      at: fc.double(),
      kind: fc.constantFrom('reviewed', 'answered', 'attemptStarted', '__proto__'),
    })
    fc.assert(
      fc.property(fc.anything(), head, fc.object(), (value, start, rest) => {
        expect(['unknown', 'damaged', 'event']).toContain(outcome(value))
        expect(['unknown', 'damaged', 'event']).toContain(outcome({ ...rest, ...start }))
      }),
    )
  })
})

const outcome = (row: unknown): string => {
  const parsed = parseEvent(row)
  return parsed.ok ? 'event' : parsed.error
}
