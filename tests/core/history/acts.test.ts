import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actsOf, eventsOfAct, nextToRedo, nextToUndo } from '../../../src/core/history/acts.ts'
import type { StudyAct, StudyEvent } from '../../../src/core/history/events.ts'
import { addEvents, emptyProgress, foldProgress, type Progress } from '../../../src/core/history/progress.ts'
import { retractionsOf } from '../../../src/core/history/undo.ts'
import { eventId } from '../../../src/core/ids.ts'
import { links, logs } from '../../helpers/arbitraries.ts'
import {
  createDiary,
  examAnswered,
  examFlagged,
  examStarted,
  handedIn,
  read,
  retracted,
  reviewed,
  started,
  suspended,
} from '../../helpers/events.ts'

const actsIn = (events: readonly StudyEvent[]) => actsOf(events, retractionsOf(events))
/** What the learner has, bookkeeping aside. */
const visible = ({ facts, items, read: sections, days, plan, buried, fitted, attempts, exams }: Progress) => ({
  facts,
  items,
  sections,
  days,
  plan,
  buried,
  fitted,
  attempts,
  exams,
})

describe('acts', () => {
  test('are what was done together, newest first, without undo and redo', () => {
    const log = createDiary()
    const section = log(0, read('ns/s'))
    const card = { ...log(0, reviewed('ns/pid')), group: section.id }
    const later = log(1, suspended('ns/pid'))
    const undo = log(1, retracted(later.id))
    const acts = actsIn([section, card, later, undo])
    expect(acts.map((act) => [act.id, act.events.length, act.undos])).toEqual([
      [later.id, 1, [undo.id]],
      [section.id, 2, []],
    ])
  })

  test('that brought a backup take back all that came with it', () => {
    const log = createDiary()
    const came = [log(0, reviewed('ns/pid')), log(0, reviewed('ns/mount'))]
    const brought = log(1, { kind: 'imported', events: came.map((event) => event.id) })
    const [act] = actsIn([...came, brought])
    expect(act && eventsOfAct(act)).toEqual([brought.id, ...came.map((event) => event.id)])
  })

  test('of an exam are its start, which undo passes over, and its hand-in, not what was written on the sheet', () => {
    const log = createDiary()
    const card = log(0, reviewed('ns/pid'))
    const begun = [log(0, examStarted('e', ['ns/both'])), log(0, examAnswered('e', 'ns/both')), log(0, examFlagged('e', 'ns/both'))]
    expect(actsIn([card, ...begun]).map((act) => act.events.map((event) => event.kind))).toEqual([['examStarted'], ['reviewed']])
    expect(nextToUndo(actsIn([card, ...begun]))?.id).toBe(card.id)
    const handed = log(0, handedIn('e'))
    expect(nextToUndo(actsIn([card, ...begun, handed]))?.id).toBe(handed.id)
  })

  test('begun quizzes are passed over by undo', () => {
    const log = createDiary()
    const card = log(0, reviewed('ns/pid'))
    expect(nextToUndo(actsIn([card, log(0, started('quiz-1', ['ns/type']))]))?.id).toBe(card.id)
    expect(nextToUndo([])).toBeUndefined()
  })
})

describe('undo and redo one after another', () => {
  /** A learner with a log of their own; `undo` and `redo` are what the screen's two buttons do. */
  const learner = (past: readonly StudyEvent[]) => {
    let events = [...past].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    let count = 0
    const later = createDiary('undoer')
    const append = (act: StudyAct): void => {
      count += 1
      events = [...events, { ...later(400 + count, act), id: eventId(`z-${String(count).padStart(6, '0')}`) }]
    }
    const retractions = () => retractionsOf(events)
    return {
      state: () => visible(foldProgress(events, links)),
      done: append,
      undo: (): boolean => {
        const act = nextToUndo(actsIn(events))
        if (act !== undefined) append(retracted(...eventsOfAct(act)))
        return act !== undefined
      },
      redo: (): boolean => {
        const act = nextToRedo(events, actsIn(events), retractions())
        if (act !== undefined) append(retracted(...act.undos))
        return act !== undefined
      },
    }
  }

  test('go back to nothing step by step, and forth again through the same states', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const own = log.filter((event) => event.kind !== 'retracted' && event.kind !== 'attemptStarted' && !event.kind.startsWith('exam'))
        const { state, undo, redo } = learner(own)
        const states = [state()]
        while (undo()) states.push(state())
        expect(states).toHaveLength(own.length + 1)
        expect(state()).toEqual(visible(emptyProgress))
        while (states.length > 1) {
          expect(state()).toEqual(states.pop())
          expect(redo()).toBe(true)
        }
        expect(state()).toEqual(states[0])
        expect(redo()).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('redo is over once something new was done', () => {
    const log = createDiary()
    const { undo, redo, done, state } = learner([log(0, reviewed('ns/pid'))])
    undo()
    done(reviewed('ns/mount'))
    const before = state()
    expect(redo()).toBe(false)
    expect(state()).toEqual(before)
  })

  test('touch nothing else', () => {
    const log = createDiary()
    const past = [log(0, reviewed('ns/mount')), log(0, reviewed('ns/pid'))]
    const kept = addEvents(emptyProgress, past.slice(0, 1), links)
    const { undo, state } = learner(past)
    undo()
    expect(state()).toEqual(visible(kept))
  })
})
