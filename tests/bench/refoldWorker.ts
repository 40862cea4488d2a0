import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs'
import { fsrsOf } from '../../src/core/schedule/fsrs.ts'
import type { StudyEvent } from '../../src/core/history/events.ts'
import { linksOf } from '../../src/core/history/links.ts'
import { startReplay } from '../../src/core/history/replay.ts'
import { studyDay } from '../../src/core/time.ts'
import { largeCatalogue } from '../helpers/largeCatalogue.ts'
import { syntheticEvents } from './syntheticLog.ts'

/** What refolding costs beside the arithmetic that nobody can save: `next_state` once an event. */
const measure = (total: number, endsAt: number, rounds: number): { readonly foldMs: number; readonly floorMs: number } => {
  const links = linksOf(largeCatalogue())
  const items = [...links.items.keys()]
  const batches: StudyEvent[][] = []
  for (let from = 0; from < total; from += 512) batches.push(syntheticEvents({ items, total, endsAt }, from, 512))
  fsrsOf(null)

  const fold = (): number => {
    const began = performance.now()
    const replay = startReplay(links, [])
    for (const [place, batch] of batches.entries()) replay.add(batch, batches[place + 1]?.[0] ?? null)
    const { facts } = replay.done()
    if (facts.size === 0) throw new Error('nothing was folded')
    return performance.now() - began
  }
  const floor = (): number => {
    const began = performance.now()
    const algorithm = new FSRSAlgorithm(generatorParameters({ enable_fuzz: false }))
    const states = new Map<string, { stability: number; difficulty: number; day: number }>()
    for (const batch of batches) {
      for (const event of batch) {
        if (event.kind !== 'reviewed') continue
        const fact = links.items.get(event.item)?.fact ?? ''
        const day = studyDay(event.at, event.offsetMin)
        const before = states.get(fact)
        const { stability, difficulty } = algorithm.next_state(before ?? null, before === undefined ? 0 : day - before.day, event.grade)
        states.set(fact, { stability, difficulty, day })
      }
    }
    if (states.size === 0) throw new Error('nothing was computed')
    return performance.now() - began
  }
  fold()
  floor()
  const folds: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    folds.push(fold())
    floors.push(floor())
  }
  return { foldMs: median(folds), floorMs: median(floors) }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

self.addEventListener('message', ({ data }: MessageEvent<{ total: number; endsAt: number; rounds: number }>) => {
  self.postMessage(measure(data.total, data.endsAt, data.rounds))
})
