import * as fc from 'fast-check'
import { default_w } from 'ts-fsrs'
import type { StudyAct, StudyEvent } from '../../src/core/history/events.ts'
import { addEvents, type Progress } from '../../src/core/history/progress.ts'
import { deviceId, eventId } from '../../src/core/ids.ts'
import { fact, linksFor } from './catalogue.ts'
import {
  answered,
  buried,
  examAnswered,
  examFlagged,
  examStarted,
  fitted,
  handedIn,
  marked,
  moment,
  planned,
  read,
  released,
  reset,
  resumed,
  retracted,
  reviewed,
  started,
  suspended,
  unmarked,
} from './events.ts'

/** Facts with one item and with several, an item that needs other facts, and two topics. */
export const links = linksFor({
  ns: [
    { id: 'pid' },
    { id: 'pid.reverse', fact: 'ns/pid' },
    { id: 'mount', kind: 'cloze', section: 't' },
    { id: 'both', kind: 'choice', section: 't', supports: ['ns/pid', 'ns/mount'] },
    { id: 'type', kind: 'fill', fact: 'ns/mount' },
  ],
  caps: [{ id: 'bound' }, { id: 'pick', kind: 'choice', fact: 'caps/bound', supports: ['ns/pid'] }],
})

const knownItems = [...links.items.keys()]
const items = fc.constantFrom(...knownItems, 'ns/retired', 'gone/also')
const attempts = fc.constantFrom('quiz-1', 'quiz-2', 'exam-1')
const exams = fc.constantFrom('exam-1', 'exam-2')
const facts = fc.constantFrom('ns/pid', 'ns/mount', 'ns/both', 'caps/bound', 'gone/also')
const judged = fc.record(
  { confidence: fc.constantFrom('sure' as const, 'unsure' as const, 'guess' as const), tookFor: facts.map(fact) },
  { requiredKeys: [] },
)
/** Valid, and not the published ones. */
export const otherParameters: readonly number[] = default_w.map((w, place) => (place === 20 ? w * 0.8 : w * 1.05))
const ids = (index: number): string => `e${String(index).padStart(3, '0')}`

const acts: fc.Arbitrary<StudyAct> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(items, fc.constantFrom(1, 2, 3, 4), fc.constantFrom('review', 'topic', 'flashcards'), fc.nat(200_000))
      .map((given) => reviewed(...given)),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(items, fc.constantFrom('correct', 'partly', 'wrong'), fc.option(attempts, { nil: undefined }), judged)
      .map((given) => answered(...given)),
  },
  fc.constantFrom('ns/s', 'ns/t', 'caps/s', 'gone/s').map(read),
  fc.tuple(attempts, fc.uniqueArray(items, { maxLength: 4 })).map(([attempt, drawn]) => started(attempt, drawn)),
  // Long enough that drafts of the following days are still in time.
  fc.tuple(exams, fc.uniqueArray(items, { maxLength: 4 })).map(([exam, drawn]) => examStarted(exam, drawn, 1440)),
  fc.tuple(exams, items, fc.array(fc.nat(3), { maxLength: 2 })).map(([exam, id, picked]) => examAnswered(exam, id, picked)),
  fc.tuple(exams, items, fc.boolean()).map(([exam, id, flagged]) => examFlagged(exam, id, flagged)),
  exams.map(handedIn),
  items.map(suspended),
  items.map(resumed),
  items.map((id) => marked(id, `a note on ${id}`)),
  items.map(unmarked),
  facts.map(buried),
  facts.map(released),
  fc.uniqueArray(facts, { maxLength: 3 }).map((ids) => reset(...ids)),
  fc.integer({ min: 5, max: 90 }).map((minutesPerDay) => planned({ minutesPerDay })),
  fc.constantFrom(null, otherParameters).map(fitted),
  // Any event of the list, a later undo or itself included, and some that are nowhere.
  {
    weight: 4,
    arbitrary: fc
      .uniqueArray(fc.nat(34), { minLength: 1, maxLength: 2 })
      .map((targets) => retracted(...targets.map((target) => eventId(ids(target))))),
  },
)

/**
 * Logs in no order that time respects: two devices, wandering time zones, times
 * that coincide, undo of anything. Ids are unique and say the place in the list.
 */
export const logs: fc.Arbitrary<StudyEvent[]> = fc
  .array(
    fc.tuple(acts, fc.nat(12), fc.constantFrom(0, 1, 480, 1439), fc.constantFrom(-720, -90, 0, 540, 840), fc.constantFrom('pen', 'phone')),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(([act, day, minute, offsetMin, device], index) => ({
      id: eventId(ids(index)),
      at: moment(day, minute).at,
      offsetMin,
      device: deviceId(device),
      ...act,
    })),
  )

/** A log cut into batches that arrive in any order, some of them more than once. */
export const arrivals = logs.chain((log) =>
  fc.record({
    log: fc.constant(log),
    batches: fc
      .tuple(fc.shuffledSubarray(log, { minLength: log.length }), fc.subarray(log), fc.array(fc.nat(log.length), { maxLength: 6 }))
      .map(([shuffled, again, cuts]) => {
        const all = [...shuffled, ...again]
        const edges = [0, ...cuts.toSorted((a, b) => a - b), all.length]
        return edges.slice(1).map((end, index) => all.slice(edges[index], end))
      }),
  }),
)
export const addAll = (start: Progress, batches: readonly (readonly StudyEvent[])[]): Progress =>
  batches.reduce((progress, batch) => addEvents(progress, batch, links), start)
