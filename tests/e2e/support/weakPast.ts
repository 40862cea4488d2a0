import { isCard, type Item, type Topic } from '../../../src/core/content/types.ts'
import type { StudyAct, StudyEvent } from '../../../src/core/history/events.ts'
import { deviceId, eventId } from '../../../src/core/ids.ts'

const dayMs = 86_400_000

/** What a learner gives to a question, right or not; nothing here looks at the response. */
const answerTo = (item: Item, isRight: boolean): StudyAct =>
  isCard(item)
    ? { kind: 'reviewed', item: item.id, grade: isRight ? 3 : 1, tookMs: 6000, where: 'review' }
    : {
        kind: 'answered',
        item: item.id,
        response: { kind: 'fill', text: '' },
        verdict: isRight ? 'correct' : 'wrong',
        tookMs: 15_000,
        lang: 'ja',
        confidence: isRight ? 'guess' : 'sure',
      }

/**
 * The history of someone who read everything ten days before `now` and answered one
 * item of each fact six days before: wrong on the topic named, right on all others,
 * with two facts of that topic taken for each other.
 */
export const weakPast = (topics: readonly Topic[], weakIn: string, now: number): readonly StudyEvent[] => {
  let written = 0
  const event = (daysAgo: number, act: StudyAct): StudyEvent => {
    written += 1
    const at = now - daysAgo * dayMs + written
    return { id: eventId(`past-${String(written).padStart(5, '0')}`), at, offsetMin: 540, device: deviceId('past'), ...act }
  }
  const asked = new Set<string>()
  const read = topics.flatMap(({ sections }) => sections.map(({ id }) => event(10, { kind: 'read', section: id })))
  const answers = topics.flatMap(({ id, sections }) =>
    sections.flatMap(({ items }) =>
      items.flatMap((item) => {
        if (asked.has(item.fact)) return []
        asked.add(item.fact)
        return [event(6, answerTo(item, id !== weakIn))]
      }),
    ),
  )
  const cards = topics.filter(({ id }) => id === weakIn).flatMap(({ sections }) => sections.flatMap(({ items }) => items.filter(isCard)))
  const [one] = cards
  const other = cards.find(({ fact }) => fact !== one?.fact)
  const confused: readonly StudyEvent[] =
    one === undefined || other === undefined
      ? []
      : [
          event(5, {
            kind: 'answered',
            item: one.id,
            response: { kind: 'fill', text: '' },
            verdict: 'wrong',
            tookMs: 9000,
            lang: 'ja',
            tookFor: other.fact,
          }),
        ]
  return [...read, ...answers, ...confused]
}
