import type { ItemStub } from '../../../src/core/content/types.ts'
import { isCardKind } from '../../../src/core/content/types.ts'
import type { StudyAct, StudyEvent } from '../../../src/core/history/events.ts'
import { deviceId, type EventId, eventId } from '../../../src/core/ids.ts'
import type { EpochMs, Moment, StudyDay } from '../../../src/core/time.ts'

/** The study day that simulated days count from. */
export const dayZero: StudyDay = 20_650

const dayMs = 86_400_000
const offsetMin = 540
/** Everybody studies from eight in the evening. */
const eveningMs = (20 * 60 - offsetMin) * 60_000
const device = deviceId('simulated')

export const momentOf = (day: number, secondsIn: number): Moment => ({
  at: (dayZero + day) * dayMs + eveningMs + Math.round(secondsIn * 1000),
  offsetMin,
})

/** Writes acts down as events of a log. */
export type Diary = (act: StudyAct, at: EpochMs, group?: EventId) => StudyEvent

/** A diary that has the next `from` ids behind it. */
export const createDiary = (from = 0): Diary => {
  let count = from
  return (act, at, group) => {
    count += 1
    const id = eventId(`e${String(count).padStart(8, '0')}`)
    return { ...act, id, at, offsetMin, device, ...(group === undefined ? {} : { group }) }
  }
}

/** An answer as the review records it. */
export const answerAct = (item: ItemStub, right: boolean, tookSeconds: number, isRepeat: boolean): StudyAct => {
  const { id, kind } = item
  const tookMs = Math.round(tookSeconds * 1000)
  const repeat = isRepeat ? ({ repeat: true } as const) : {}
  if (isCardKind(kind)) return { kind: 'reviewed', item: id, grade: right ? 3 : 1, tookMs, where: 'review', ...repeat }
  const verdict = right ? 'correct' : 'wrong'
  const response = kind === 'choice' ? ({ kind: 'choice', picked: [0] } as const) : ({ kind: 'fill', text: verdict } as const)
  return { kind: 'answered', item: id, response, verdict, tookMs, lang: 'en', ...repeat }
}
