import type { StudyAct, StudyEvent } from '../../src/core/history/events.ts'
import { foldProgress, type Progress } from '../../src/core/history/progress.ts'
import type { Links } from '../../src/core/history/links.ts'
import { links, otherParameters } from '../helpers/arbitraries.ts'
import { answered, createDiary, fitted, marked, read, reset, retracted, reviewed, started, suspended } from '../helpers/events.ts'

const items = ['ns/pid', 'ns/mount', 'caps/bound', 'ns/type', 'ns/both', 'ns/retired']

/** A learner's history of so many events, forty a day: of every sort, with undos near and far and other parameters half-way. */
export const longHistory = (count: number, device = 'pen'): StudyEvent[] => {
  const diary = createDiary(device)
  const events: StudyEvent[] = []
  const act = (n: number): StudyAct => {
    const id = items[(n * 7) % items.length] ?? 'ns/pid'
    const target = events[n % 50 === 0 ? Math.floor(n / 2) : n - 1]
    if (n === Math.floor(count / 2)) return fitted(otherParameters)
    if (n % 25 === 0 && target !== undefined) return retracted(target.id)
    if (n % 31 === 0) return suspended(id)
    if (n % 37 === 0) return marked(id, `紙に書く ${n}`)
    if (n % 41 === 0) return started(`quiz-${n % 3}`, items)
    if (n % 97 === 0) return reset('ns/pid')
    if (n % 13 === 0) return read('ns/t')
    return n % 3 === 0 ? answered(id, n % 4 === 0 ? 'wrong' : 'correct', 'quiz-1') : reviewed(id, n % 5 === 0 ? 1 : 3)
  }
  for (let n = 0; n < count; n += 1) events.push(diary(Math.floor(n / 40), act(n)))
  return events
}

/** What a progress comes to, however it is divided into base and tail. */
export const sum = ({ base: _base, tail: _tail, ...rest }: Progress) => rest

export const foldedSum = (events: readonly StudyEvent[], catalogue: Links = links) => sum(foldProgress(events, catalogue))
