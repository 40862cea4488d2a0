import { type DataOutcome, type DataTask, taskOf } from '../../stores/dataState.ts'
import { useData } from '../../stores/StudyProvider.tsx'

/** How one row of the data section stands: what it is doing, and what it came to last. */
export const useTask = (...kinds: readonly DataTask[]): { readonly share: number | null; readonly outcome: DataOutcome | null } => {
  const task = useData((state) => state.task)
  const outcome = useData((state) => state.outcome)
  return {
    share: task !== null && kinds.includes(task.kind) ? task.share : null,
    outcome: outcome !== null && kinds.includes(taskOf(outcome)) ? outcome : null,
  }
}
