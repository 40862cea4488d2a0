import type { StudyEvent } from '../history/events.ts'
import type { FactId, ItemId, SectionId } from '../ids.ts'
import type { QueueEntry } from './planReview.ts'
import { type ReviewSession, startReview } from './reviewSession.ts'

/**
 * A sitting whose list is known, gone on with after what was done of it: what was
 * answered is passed, what was missed and not repeated yet comes once more at the end.
 */
export const resumeReview = (entries: readonly QueueEntry[], since: readonly StudyEvent[]): ReviewSession => {
  const answered = new Map<ItemId, boolean>()
  const repeated = new Set<ItemId>()
  const read = new Set<SectionId>()
  const suspended = new Set<ItemId>()
  const putOff = new Set<FactId>()
  for (const event of since) {
    if (event.kind === 'read') read.add(event.section)
    else if (event.kind === 'suspended') suspended.add(event.item)
    else if (event.kind === 'buried') putOff.add(event.fact)
    else if (event.kind === 'reset') for (const fact of event.facts) putOff.add(fact)
    else if (event.kind === 'reviewed' || event.kind === 'answered') {
      if (event.kind === 'reviewed' && event.where !== 'review') continue
      if (event.repeat === true) repeated.add(event.item)
      else answered.set(event.item, event.kind === 'reviewed' ? event.grade === 1 : event.verdict === 'wrong')
    }
  }
  const isOut = ({ item, fact }: QueueEntry): boolean => suspended.has(item.id) || putOff.has(fact)
  const passed = entries.filter(({ item }) => answered.has(item.id))
  const left = entries
    .filter((entry) => !answered.has(entry.item.id) && !isOut(entry))
    .map((entry) => ({ ...entry, sectionRead: entry.sectionRead || read.has(entry.item.section) }))
  const again = passed
    .filter((entry) => answered.get(entry.item.id) === true && !repeated.has(entry.item.id) && !isOut(entry))
    .map((entry) => ({ ...entry, sectionRead: true, repeat: true }))
  return { ...startReview([...passed, ...left, ...again]), position: passed.length, answered: passed.length }
}
