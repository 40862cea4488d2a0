import type { Lang, Question, WrittenQuestion } from '../content/types.ts'
import type { Seed } from '../random.ts'
import { generators } from './generators.ts'

/** A question as it is asked: an exercise gets its numbers from the seed, all others are as they were written. */
export const poseQuestion = (written: WrittenQuestion, seed: Seed, lang: Lang): Question => {
  if (written.kind !== 'exercise') return written
  const { task, ...rest } = written
  return { ...rest, seed, ...generators[task.kind].make(seed, task.parameters, lang) }
}
