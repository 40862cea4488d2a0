import { useNavigate } from 'react-router'
import type { ItemStub } from '../../core/content/types.ts'
import type { AttemptId, TopicId } from '../../core/ids.ts'
import type { Seed } from '../../core/random.ts'
import { useProgress } from '../../stores/StudyProvider.tsx'

/** Begins an attempt: it is in the log before its first question is on screen. */
export const useBegin = (): ((attempt: { id: AttemptId; seed: Seed }, topics: readonly TopicId[], items: readonly ItemStub[]) => void) => {
  const navigate = useNavigate()
  const record = useProgress((state) => state.record)
  return ({ id, seed }, topics, items) => {
    record([{ kind: 'attemptStarted', attempt: id, topics, items: items.map((item) => item.id), seed }])
    void navigate(`/quiz/${id}`)
  }
}
