import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actsOf } from '../../../src/core/history/acts.ts'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import { listedActs } from '../../../src/core/history/listedActs.ts'
import { compareEvents } from '../../../src/core/history/progress.ts'
import { retractionsOf } from '../../../src/core/history/undo.ts'
import { deviceId, eventId } from '../../../src/core/ids.ts'
import { createDiary, noon, read, resumed, retracted, reviewed, suspended } from '../../helpers/events.ts'

const listed = (events: readonly StudyEvent[], isAll: boolean) => listedActs(events, retractionsOf(events), isAll)
const idsOf = (events: readonly StudyEvent[], isAll: boolean) => listed(events, isAll).map(({ act }) => act.id)

/** Acts of one to four events by two devices at once, each act written at one go and taken back some time later or not. */
const grouped: fc.Arbitrary<readonly StudyEvent[]> = fc
  .array(fc.tuple(fc.constantFrom('pen', 'phone'), fc.integer({ min: 1, max: 4 }), fc.nat(9), fc.boolean()), { maxLength: 30 })
  .map((drawn) => {
    const clocks = new Map<string, number>()
    let count = 0
    const stamp = (device: string, waitMs: number) => {
      count += 1
      const at = (clocks.get(device) ?? noon(0).at) + waitMs + 1
      clocks.set(device, at)
      return { id: eventId(`${device}-${String(count).padStart(4, '0')}`), at, offsetMin: 540, device: deviceId(device) }
    }
    return drawn
      .flatMap(([device, size, waitMs, undone]): StudyEvent[] => {
        const first: StudyEvent = { ...stamp(device, waitMs), ...reviewed('ns/pid') }
        const rest = Array.from({ length: size - 1 }, (): StudyEvent => ({ ...stamp(device, 0), group: first.id, ...suspended('ns/pid') }))
        const own = [first, ...rest]
        return undone ? [...own, { ...stamp(device, waitMs), ...retracted(...own.map((event) => event.id)) }] : own
      })
      .sort(compareEvents)
  })

describe('a list that is read page by page from the newest', () => {
  test('shows at every step the newest acts, each whole and undone or not as it is in the whole log', () => {
    fc.assert(
      fc.property(grouped, fc.integer({ min: 1, max: 7 }), (log, pageSize) => {
        const all = listed(log, true)
        expect(all.map(({ act }) => act)).toEqual(actsOf(log, retractionsOf(log)))
        for (let from = log.length; from >= 0; from -= pageSize) {
          const acts = listed(log.slice(from), false)
          expect(acts).toEqual(all.slice(0, acts.length))
          expect(acts.flatMap(({ act }) => act.events).length).toBeGreaterThan(
            log.slice(from).filter((event) => event.kind !== 'retracted').length - 8,
          )
        }
      }),
    )
  })

  test('holds an act back while its first event is not read, and shows it once it is', () => {
    const log = createDiary()
    const older = log(0, reviewed('ns/mount'))
    const first = log(1, read('ns/s'))
    const second: StudyEvent = { ...log(1, reviewed('ns/pid')), group: first.id }
    const events = [older, first, second]
    expect(idsOf(events.slice(2), false)).toEqual([])
    expect(idsOf(events.slice(1), false)).toEqual([first.id])
    expect(idsOf(events, false)).toEqual([first.id, older.id])
  })

  test('does not wait for a first event that is not in the log', () => {
    const log = createDiary()
    const orphan: StudyEvent = { ...log(9, reviewed('ns/pid')), group: eventId('lost') }
    const older = Array.from({ length: 64 }, (_, day) => log(day / 10, reviewed('ns/mount')))
    expect(idsOf([...older.slice(1), orphan], false)).not.toContain('lost')
    expect(idsOf([...older, orphan], false)).toContain('lost')
    expect(idsOf([orphan], true)).toEqual(['lost'])
  })
})

describe('an act that was taken back', () => {
  const log = createDiary()
  const came = [log(0, reviewed('ns/pid')), log(0, reviewed('ns/mount'))]
  const brought = log(1, { kind: 'imported', events: came.map((event) => event.id) })
  const undo = log(2, retracted(brought.id, ...came.map((event) => event.id)))

  test('with the import it came in says so, and the import itself does not', () => {
    const acts = listed([...came, brought, undo], true)
    expect(acts.map(({ act, undoneWith }) => [act.id, undoneWith?.id])).toEqual([
      [brought.id, undefined],
      ...came.toReversed().map((event) => [event.id, brought.id]),
    ])
  })

  test('alone says so, also where several events were its own', () => {
    const first = log(3, resumed('ns/pid'))
    const second: StudyEvent = { ...log(3, resumed('ns/mount')), group: first.id }
    const [act] = listed([first, second, log(3, retracted(first.id, second.id))], true)
    expect(act?.act.undos).toHaveLength(1)
    expect(act?.undoneWith).toBeNull()
  })

  test('together with others by an undo that no act owns can be brought back by itself', () => {
    const acts = listed([...came, log(4, retracted(...came.map((event) => event.id)))], true)
    expect(acts.map(({ act, undoneWith }) => [act.undos.length, undoneWith])).toEqual([
      [1, null],
      [1, null],
    ])
  })
})
