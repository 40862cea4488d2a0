import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventId, sectionId, topicId } from '../../../src/core/ids.ts'
import type { QueueEntry } from '../../../src/core/schedule/planReview.ts'
import {
  currentEntry,
  notInSitting,
  type ReviewAction,
  type ReviewSession,
  reviewSession,
  startReview,
  undoable,
} from '../../../src/core/schedule/reviewSession.ts'
import { linksFor } from '../../helpers/catalogue.ts'

/** A queue of cards named by the letters of the alphabet. */
const queueOf = (count: number): readonly QueueEntry[] => {
  const items = [...linksFor({ t: Array.from({ length: count }, (_, index) => ({ id: String.fromCharCode(97 + index) })) }).items.values()]
  return items.map((item) => ({ fact: item.fact, item, kind: 'new', sectionRead: true, repeat: false }))
}
const letter = (entry: QueueEntry): string => `${entry.item.id.slice(2)}${entry.repeat ? '′' : ''}`
const letters = (session: ReviewSession): string => session.queue.map(letter).join(' ')
const shown = (session: ReviewSession): string => {
  const entry = currentEntry(session)
  return entry === undefined ? 'done' : letter(entry)
}

let written = 0
const events = () => {
  written += 1
  return [eventId(`e${written}`)]
}
const right = (): ReviewAction => ({ kind: 'answered', events: events(), missed: false })
const missed = (): ReviewAction => ({ kind: 'answered', events: events(), missed: true })
const next: ReviewAction = { kind: 'next' }
const run = (session: ReviewSession, ...actions: readonly ReviewAction[]): ReviewSession => actions.reduce(reviewSession, session)

describe('a sitting', () => {
  test('shows the queue in its order and ends after the last', () => {
    let session = startReview(queueOf(3))
    const seen: string[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      seen.push(shown(session))
      session = run(session, { kind: 'revealed' }, right(), next)
    }
    expect(seen).toEqual(['a', 'b', 'c', 'done'])
    expect(session).toMatchObject({ answered: 3, position: 3, revealed: false })
  })

  test('with nothing to ask is over at once, and no action brings it to life', () => {
    const empty = startReview([])
    const all: readonly ReviewAction[] = [
      { kind: 'revealed' },
      right(),
      missed(),
      next,
      { kind: 'skipped' },
      { kind: 'read', events: events() },
      { kind: 'suspended', events: events() },
      { kind: 'buried', events: events() },
      { kind: 'reset', events: events() },
      { kind: 'marked', events: events() },
      { kind: 'undone' },
    ]
    for (const action of all) expect(reviewSession(empty, action)).toBe(empty)
  })

  test('shows the answer until the next item comes', () => {
    const revealed = reviewSession(startReview(queueOf(2)), { kind: 'revealed' })
    expect([revealed.revealed, run(revealed, right()).revealed, run(revealed, right(), next).revealed]).toEqual([true, true, false])
    expect(run(startReview(queueOf(2)), right()).revealed).toBe(true)
  })
})

describe('a miss', () => {
  test('comes back once, after eight other items', () => {
    expect(letters(run(startReview(queueOf(12)), missed()))).toBe('a b c d e f g h i a′ j k l')
    expect(letters(run(startReview(queueOf(12)), right(), next, right(), next, missed()))).toBe('a b c d e f g h i j k c′ l')
  })

  test('comes back at the end when fewer than eight items are left', () => {
    expect(letters(run(startReview(queueOf(4)), right(), next, missed()))).toBe('a b c d b′')
    expect(letters(run(startReview(queueOf(1)), missed()))).toBe('a a′')
    expect(letters(run(startReview(queueOf(9)), missed()))).toBe('a b c d e f g h i a′')
  })

  test('keeps its turn among other misses', () => {
    const session = run(startReview(queueOf(12)), missed(), next, missed(), next, missed())
    expect(letters(session)).toBe('a b c d e f g h i a′ b′ c′ j k l')
  })

  test('of a repeat does not come back again', () => {
    const once = run(startReview(queueOf(2)), missed(), next, right(), next)
    expect(shown(once)).toBe('a′')
    expect(letters(run(once, missed()))).toBe('a b a′')
    expect(shown(run(once, missed(), next))).toBe('done')
  })

  test('can be skipped when it comes back, without an answer', () => {
    const once = run(startReview(queueOf(2)), missed(), next, right(), next)
    expect(run(once, { kind: 'skipped' })).toMatchObject({ position: 3, answered: 2 })
  })

  test('leaves the rest of the queue as it was and shows the same fact', () => {
    const queue = queueOf(10)
    const session = run(startReview(queue), missed())
    expect(session.queue.filter((entry) => !entry.repeat)).toEqual(queue)
    expect(session.queue[9]).toEqual({ ...queue[0], repeat: true })
  })
})

describe('setting aside', () => {
  test('goes on to the next item and takes out the repeat of this one only', () => {
    const session = run(startReview(queueOf(4)), missed(), next, missed(), { kind: 'suspended', events: events() })
    expect(letters(session)).toBe('a b c d a′')
    expect([shown(session), session.answered]).toEqual(['c', 2])
  })

  test('of a repeat ends it', () => {
    const session = run(startReview(queueOf(1)), missed(), next, { kind: 'suspended', events: events() })
    expect(shown(session)).toBe('done')
  })
})

describe('putting a fact off, or starting it anew', () => {
  /** Two items of one fact, which a list never has and a repeat may. */
  const twoOfOne = () => {
    const [a, b, c] = queueOf(3)
    if (a === undefined || b === undefined || c === undefined) throw new Error('three')
    return [a, b, { ...c, fact: a.fact }]
  }

  test.each(['buried', 'reset'] as const)('%s: goes on, and nothing of the fact is asked again in this sitting', (kind) => {
    const gone = run(startReview(twoOfOne()), missed(), { kind, events: events() })
    expect([letters(gone), shown(gone), gone.answered]).toEqual(['a b', 'b', 1])
    expect(letters(run(gone, { kind: 'undone' }))).toBe('a b c a′')
  })
})

describe('a section to be read first', () => {
  /** Of these, `a` and `c` teach from one unread section, and `a` comes first. */
  const toRead = () => {
    const [a, b, c, d] = queueOf(4)
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four')
    const other = { ...b.item, section: sectionId(topicId('t'), 'other') }
    return [{ ...a, sectionRead: false }, { ...b, item: other }, c, { ...d, kind: 'due' as const }]
  }
  const unread = (session: ReviewSession): string =>
    session.queue
      .filter((entry) => !entry.sectionRead)
      .map(letter)
      .join(' ')

  test('is offered until it was read or declined; then the item is asked, on a new screen', () => {
    const before = startReview(toRead())
    const after = run(before, { kind: 'read', events: events() })
    expect([shown(after), unread(after), after.turn, after.position]).toEqual(['a', '', 1, 0])
    expect(run(after, { kind: 'read', events: events() })).toBe(after)
    expect(unread(run(before, { kind: 'read', events: [] }))).toBe('')
  })

  test('is offered again after undo', () => {
    const session = run(startReview(toRead()), { kind: 'read', events: [eventId('r')] })
    expect(undoable(session)).toEqual(['r'])
    const undone = run(session, { kind: 'undone' })
    expect([shown(undone), unread(undone)]).toEqual(['a', 'a'])
  })

  test.each(['suspended', 'buried', 'reset'] as const)(
    'is offered with the next new fact of the section if the first is %s unread',
    (kind) => {
      const session = run(startReview(toRead()), { kind, events: events() })
      expect([shown(session), unread(session)]).toEqual(['b', 'a c'])
      expect(unread(run(startReview(toRead()), { kind: 'read', events: events() }, { kind, events: events() }))).toBe('')
    },
  )
})

describe('going on', () => {
  test('asks what is not in the queue yet after its end', () => {
    const [a, b, c, d] = queueOf(4)
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four')
    const done = run(startReview([a, b]), right(), next, missed(), next, right(), next)
    expect(shown(done)).toBe('done')
    const more = run(done, { kind: 'extended', entries: [b, c, a, d] })
    expect([letters(more), shown(more), more.answered]).toEqual(['a b b′ c d', 'c', 3])
    expect(run(more, { kind: 'extended', entries: [c] })).toBe(more)
    expect([more.turn, notInSitting(done, [b, c, a, d])]).toEqual([done.turn + 1, [c, d]])
  })

  test('is not taken back by the undo of an answer before', () => {
    const queue = queueOf(3)
    const session = run(startReview(queue.slice(0, 2)), right(), next, right(), next, { kind: 'extended', entries: queue })
    const undone = run(session, { kind: 'undone' })
    expect([letters(undone), shown(undone)]).toEqual(['a b c', 'b'])
  })
})

describe('an answer of an earlier sitting that was taken back', () => {
  const letterless = () => {
    const [a, b, c] = queueOf(3)
    if (a === undefined || b === undefined || c === undefined) throw new Error('three')
    return [a, b, c] as const
  }

  test('is asked again now, on a new screen, before what is next, and nothing is answered for it', () => {
    const [a, b, c] = letterless()
    const begun = reviewSession(startReview([b, c]), { kind: 'revealed' })
    const session = run(begun, { kind: 'returned', entry: a })
    expect([letters(session), shown(session), session.revealed, session.answered, session.turn]).toEqual(['a b c', 'a', false, 0, 1])
    expect(letters(run(session, right(), next))).toBe('a b c')
    expect(shown(run(session, right(), next))).toBe('b')
  })

  test('is asked once, though its fact was to come in this sitting', () => {
    const [a, b, c] = letterless()
    expect(letters(run(startReview([b, c, a]), { kind: 'returned', entry: { ...a, repeat: true } }))).toBe('a′ b c')
    expect(letters(run(startReview([a, b, c]), { kind: 'returned', entry: a }))).toBe('a b c')
  })

  test('comes back in the place of its own asking where the sitting had passed it', () => {
    const [a, b, c] = letterless()
    const resumed = { ...startReview([a, b, c]), position: 2, answered: 2 }
    const session = run(resumed, { kind: 'returned', entry: b })
    expect([letters(session), shown(session), session.position, session.answered]).toEqual(['a b c', 'b', 1, 1])
    expect(letters(run(resumed, { kind: 'returned', entry: { ...b, repeat: true } }))).toBe('a b b′ c')
  })

  test('comes back into a sitting that is over, or had nothing', () => {
    const [a, b] = letterless()
    expect(shown(run(startReview([]), { kind: 'returned', entry: a }))).toBe('a')
    const done = run(startReview([b]), { kind: 'skipped' })
    expect([shown(run(done, { kind: 'returned', entry: a })), letters(run(done, { kind: 'returned', entry: a }))]).toEqual(['a', 'b a'])
  })

  test('is no step of this sitting: undo names the answers given since, and then nothing', () => {
    const [a, b] = letterless()
    const session = run(startReview([b]), { kind: 'returned', entry: a })
    expect(undoable(session)).toEqual([])
    expect(run(session, { kind: 'undone' })).toBe(session)
    const again = run(session, { kind: 'answered', events: [eventId('again')], missed: true }, next)
    expect([undoable(again), letters(again)]).toEqual([['again'], 'a b a′'])
    expect([letters(run(again, { kind: 'undone' })), shown(run(again, { kind: 'undone' }))]).toEqual(['a b', 'a'])
  })
})

describe('a mark', () => {
  const mark: ReviewAction = { kind: 'marked', events: [eventId('m')] }

  test('leaves the item and its open answer on screen, and its undo too', () => {
    const before = run(startReview(queueOf(2)), { kind: 'revealed' })
    const after = run(before, mark)
    expect(undoable(after)).toEqual(['m'])
    expect({ ...after, past: [] }).toEqual({ ...before, past: [] })
    expect(run(after, { kind: 'undone' })).toEqual(before)
  })

  test('is taken back on the item that is there by then, before the answer that went before it', () => {
    const session = run(startReview(queueOf(3)), right(), mark, next, { kind: 'revealed' })
    const once = run(session, { kind: 'undone' })
    expect([shown(once), once.revealed, once.turn, once.answered]).toEqual(['b', true, session.turn, 1])
    expect(shown(run(once, { kind: 'undone' }))).toBe('a')
  })
})

describe('undo', () => {
  test('names the events of the newest step, then of the one before', () => {
    const [first, second] = [missed(), { kind: 'suspended', events: [eventId('x'), eventId('y')] } as const]
    const session = run(startReview(queueOf(3)), first, next, second)
    expect(undoable(session)).toEqual(['x', 'y'])
    const undone = run(session, { kind: 'undone' })
    expect(undoable(undone)).toEqual('events' in first ? first.events : [])
    expect(undoable(run(undone, { kind: 'undone' }))).toEqual([])
  })

  test('of a miss takes its repeat out of the queue and asks the item again, unrevealed', () => {
    const session = run(startReview(queueOf(3)), { kind: 'revealed' }, missed(), next, { kind: 'revealed' }, { kind: 'undone' })
    expect([letters(session), shown(session), session.revealed, session.answered]).toEqual(['a b c', 'a', false, 0])
  })

  test('of setting aside brings the repeat back', () => {
    const session = run(startReview(queueOf(2)), missed(), { kind: 'suspended', events: events() }, { kind: 'undone' })
    expect(letters(session)).toBe('a b a′')
  })

  test('passes over skipped repeats, back to the last thing that was done', () => {
    const session = run(startReview(queueOf(1)), missed(), next, { kind: 'skipped' }, { kind: 'undone' })
    expect([shown(session), letters(session)]).toEqual(['a', 'a'])
  })

  const acts = fc.constantFrom('right', 'missed', 'suspended', 'skipped', 'revealed', 'undone')
  const play = (session: ReviewSession, act: string): ReviewSession => {
    switch (act) {
      case 'right':
        return run(session, right(), next)
      case 'missed':
        return run(session, missed(), next)
      case 'suspended':
        return run(session, { kind: 'suspended', events: events() })
      case 'skipped':
        return run(session, { kind: 'skipped' })
      case 'undone':
        return run(session, { kind: 'undone' })
      default:
        return run(session, { kind: 'revealed' })
    }
  }

  test('restores the sitting exactly as it was before each step, all the way back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 15 }),
        fc.array(fc.constantFrom('right', 'missed', 'suspended'), { maxLength: 20 }),
        (count, steps) => {
          const before: ReviewSession[] = []
          let session = startReview(queueOf(count))
          for (const step of steps) {
            if (currentEntry(session) === undefined) break
            before.push(session)
            session = play(session, step)
          }
          for (const earlier of before.toReversed()) {
            const { turn, ...rest } = run(session, { kind: 'undone' })
            const { turn: _, ...expected } = earlier
            expect(rest).toEqual(expected)
            session = { ...rest, turn }
          }
          expect(run(session, { kind: 'undone' })).toBe(session)
        },
      ),
    )
  })

  test('any sequence of actions: each new screen is a new turn, each item has at most one repeat, what is past stays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.array(acts, { maxLength: 40 }), (count, played) => {
        let session = startReview(queueOf(count))
        for (const act of played) {
          const after = play(session, act)
          if (after.position !== session.position || act === 'undone') {
            if (after !== session) expect(after.turn).toBeGreaterThan(session.turn)
          }
          expect(after.turn).toBeGreaterThanOrEqual(session.turn)
          if (act !== 'undone') expect(after.queue.slice(0, session.position)).toEqual(session.queue.slice(0, session.position))
          const names = after.queue.map(letter)
          expect(new Set(names).size).toBe(names.length)
          expect(after.position).toBeLessThanOrEqual(after.queue.length)
          expect(after.answered).toBeGreaterThanOrEqual(0)
          session = after
        }
      }),
      { numRuns: 300 },
    )
  })
})
