import { type Act, actsOf, nextToUndo } from '../../core/history/acts.ts'
import type { Links } from '../../core/history/links.ts'
import type { Progress } from '../../core/history/progress.ts'
import { retractionsOf } from '../../core/history/undo.ts'
import type { QueueEntry } from '../../core/schedule/planReview.ts'
import { type Moment, studyDay } from '../../core/time.ts'

/**
 * The newest thing done, if it was an answer of this study day that counted: what
 * undo takes back at the start of a sitting, as after a reload. An older answer
 * could not be given again as what it was.
 */
export const lastAnswer = (
  progress: Progress,
  links: Links,
  now: Moment,
): { readonly act: Act; readonly entry: QueueEntry } | undefined => {
  const { tail, base } = progress
  const act = nextToUndo(actsOf(tail, retractionsOf(tail, base?.dangling)))
  const event = act?.events.find((part) => part.kind === 'reviewed' || part.kind === 'answered')
  if (act === undefined || event === undefined || (event.kind === 'reviewed' && event.where === 'flashcards')) return undefined
  if (studyDay(event.at, event.offsetMin) !== studyDay(now.at, now.offsetMin)) return undefined
  const item = links.items.get(event.item)
  if (item === undefined) return undefined
  return { act, entry: { fact: item.fact, item, kind: 'due', sectionRead: true, repeat: event.repeat === true } }
}
