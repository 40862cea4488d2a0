import type { Act } from '../../core/history/acts.ts'
import type { StudyEventKind } from '../../core/history/events.ts'

/** What a list of the history can be narrowed to. */
export const actKinds = ['study', 'changes', 'imports'] as const
export type ActKind = (typeof actKinds)[number]

const kindOf: Readonly<Record<StudyEventKind, ActKind>> = {
  reviewed: 'study',
  answered: 'study',
  read: 'study',
  attemptStarted: 'study',
  examStarted: 'study',
  examAnswered: 'study',
  examFlagged: 'study',
  handedIn: 'study',
  suspended: 'changes',
  resumed: 'changes',
  buried: 'changes',
  released: 'changes',
  reset: 'changes',
  marked: 'changes',
  unmarked: 'changes',
  planned: 'changes',
  fitted: 'changes',
  imported: 'imports',
  retracted: 'changes',
}

export const isOfKind = (act: Act, kind: ActKind): boolean => act.events.some((event) => kindOf[event.kind] === kind)
