import type { Grade, StudyAct, StudyEvent, Verdict } from '../../src/core/history/events.ts'
import type { Links } from '../../src/core/history/links.ts'
import { attemptId, deviceId, eventId } from '../../src/core/ids.ts'
import { type Seed, shareFor } from '../../src/core/random.ts'
import { isCardKind } from '../../src/core/content/types.ts'
import type { StudyPlan } from '../../src/core/schedule/studyPlan.ts'
import { planned } from './events.ts'
import { dayZero } from './events.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

export interface LogShape {
  readonly seed: Seed
  readonly days: number
  readonly eventsPerDay: number
  readonly plan?: Partial<StudyPlan>
  /** Only answers, reading and the plan: no undo, nothing set aside, no journeys. For what measures speed. */
  readonly plain?: boolean
}

/**
 * What a learner may have done over some days with a catalogue: answers on few
 * enough facts that they meet again, several a day, repeats, flashcards, reading,
 * undo and redo, items set aside, journeys between time zones (summer time among
 * them), a second device whose clock lags. In the order of writing, which is not
 * that of the times.
 */
export const generatedLog = (links: Links, { seed, days, eventsPerDay, plan = {}, plain = false }: LogShape): StudyEvent[] => {
  let drawn = 0
  const share = (): number => {
    drawn += 1
    return shareFor(seed, String(drawn))
  }
  const below = (count: number): number => Math.floor(share() * count)
  const items = [...links.items.values()]
  const sections = [...new Set(items.map((item) => item.section))]
  const anyItem = () => {
    // The square draws the first items more often, so that facts come back.
    const item = items[Math.floor(share() ** 2 * items.length)]
    if (item === undefined) throw new Error('The catalogue is empty')
    return item
  }
  const answer = (): StudyAct => {
    const item = anyItem()
    const tookMs = below(60_000)
    const repeat = share() < 0.08 ? { repeat: true as const } : {}
    if (isCardKind(item.kind)) {
      const grades: readonly Grade[] = [1, 1, 2, 3, 3, 3, 3, 4]
      const where = share() < 0.1 ? 'flashcards' : share() < 0.3 ? 'topic' : 'review'
      return { kind: 'reviewed', item: item.id, grade: grades[below(8)] ?? 3, tookMs, where, ...repeat }
    }
    const verdicts: readonly Verdict[] = ['correct', 'correct', 'correct', 'partly', 'wrong', 'wrong']
    return {
      kind: 'answered',
      item: item.id,
      response: { kind: 'fill', text: 'x' },
      verdict: verdicts[below(6)] ?? 'wrong',
      tookMs,
      lang: 'ja',
      ...(share() < 0.1 ? { attempt: attemptId(`a${below(3)}`) } : {}),
      ...(share() < 0.1 ? { confidence: 'guess' as const } : {}),
      ...repeat,
    }
  }
  const written: StudyEvent[] = []
  // The first is the plan, which stays.
  const anyEarlier = () => written[Math.max(1, written.length - 1 - below(30))]?.id ?? eventId('none')
  const act = (): StudyAct => {
    const kind = share()
    if (kind < 0.8 || (plain && kind < 0.95)) return answer()
    const { id: item, fact, section } = anyItem()
    if (plain || kind < 0.88) return { kind: 'read', section: share() < 0.5 ? section : (sections[below(sections.length)] ?? section) }
    if (kind < 0.93) return { kind: 'retracted', events: [anyEarlier(), anyEarlier()] }
    if (kind < 0.95) return { kind: 'suspended', item }
    if (kind < 0.96) return { kind: 'resumed', item }
    if (kind < 0.97) return { kind: 'buried', fact }
    if (kind < 0.985) return { kind: 'released', fact }
    return { kind: 'reset', facts: [fact] }
  }
  const write = (day: number, done: StudyAct): void => {
    const device = !plain && share() < 0.2 ? 'phone' : 'pen'
    const lag = device === 'phone' ? below(3 * 24 * 60) : 0
    const offsetMin = plain ? 540 : ([540, 540, 540, -240, -300, 765][below(6)] ?? 540)
    written.push({
      id: eventId(`e${String(written.length).padStart(6, '0')}`),
      at: (dayZero + day) * dayMs + (below(24 * 60) - lag) * minuteMs + below(minuteMs),
      offsetMin,
      device: deviceId(device),
      ...done,
    })
  }
  write(0, planned(plan))
  for (let day = 0; day < days; day += 1) for (let n = 0; n < eventsPerDay; n += 1) write(day, act())
  return written
}
