import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { levels } from '../../core/content/types.ts'
import type { TopicId } from '../../core/ids.ts'
import { questionKinds, type QuizWish, quizParts } from '../../core/quiz/quizWish.ts'
import { useSettings, useStudy } from '../../stores/StudyProvider.tsx'

export const counts = [5, 10, 20, 40] as const
const names = ['topic', 'area', 'part', 'level', 'kind', 'count'] as const

/** A topic or a whole area, as its option has it: `topic capabilities`, `area namespaces`. */
export type QuizRange = `topic ${string}` | `area ${string}`

/** What a quiz is to be, as it stands in an address. An empty text is the usual: it is not said there. */
interface Changes {
  readonly ranges?: readonly QuizRange[]
  readonly part?: string
  readonly level?: string
  readonly kind?: string
  readonly count?: string
}

export interface QuizChoice {
  /** None: all topics. */
  readonly ranges: readonly QuizRange[]
  readonly wish: QuizWish
  readonly count: number
  readonly isUsual: boolean
  readonly change: (changes: Changes) => void
  readonly reset: () => void
}

/** One of these, or the first. */
const oneOf = <Value>(values: readonly [Value, ...Value[]], named: string | null): Value =>
  values.find((value) => String(value) === named) ?? values[0]

/**
 * What the quiz is to be: what the address says, so that a link or a bookmark keeps it, or, where it says nothing,
 * what was chosen here last.
 */
export const useQuizChoice = (): QuizChoice => {
  const [search, setSearch] = useSearchParams()
  const { catalog, settingsStore } = useStudy()
  const last = useSettings((state) => state.quiz)
  const { areas, topics: all } = catalog.catalogue
  // The router takes its time, and a list that shows the old choice meanwhile swallows the next press of an arrow key.
  const [chosen, setChosen] = useState<string | null>(null)
  const own = new URLSearchParams([...search].filter(([name]) => names.some((each) => each === name)))
  const there = own.toString()
  useEffect(() => {
    // Not what was chosen since.
    if (chosen === there) setChosen((newest) => (newest === there ? null : newest))
  }, [chosen, there])
  const said = chosen !== null ? new URLSearchParams(chosen) : own.size > 0 ? own : new URLSearchParams(last)

  const named = [...said].flatMap(([name, id]): QuizRange[] => {
    if (name === 'topic' && all.some((topic) => topic.id === id)) return [`topic ${id}`]
    return name === 'area' && areas.some((area) => area.id === id) ? [`area ${id}`] : []
  })
  const ranges = [...new Set(named)]
  const isWithin = (topic: TopicId, area: string): boolean => ranges.includes(`topic ${topic}`) || ranges.includes(`area ${area}`)
  const wish: QuizWish = {
    topics: all.flatMap(({ id, area }) => (ranges.length === 0 || isWithin(id, area) ? [id] : [])),
    part: oneOf(quizParts, said.get('part')),
    level: levels.find((level) => String(level) === said.get('level')) ?? null,
    kind: questionKinds.find((kind) => kind === said.get('kind')) ?? null,
  }
  const count = oneOf(counts, said.get('count'))

  const write = (next: URLSearchParams): void => {
    settingsStore.getState().setQuiz(next.toString())
    setChosen(next.toString())
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        for (const name of names) after.delete(name)
        for (const [name, value] of next) after.append(name, value)
        return after
      },
      { replace: true },
    )
  }
  return {
    ranges,
    wish,
    count,
    isUsual: names.every((name) => !said.has(name)),
    change: ({ ranges: changed = ranges, ...changes }) => {
      const next = new URLSearchParams()
      for (const range of new Set(changed)) next.append(...split(range))
      const others = { part: said.get('part'), level: said.get('level'), kind: said.get('kind'), count: said.get('count'), ...changes }
      for (const [name, value] of Object.entries(others)) if (value) next.set(name, value)
      write(next)
    },
    reset: () => write(new URLSearchParams()),
  }
}

const split = (range: QuizRange): [name: string, id: string] => {
  const space = range.indexOf(' ')
  return [range.slice(0, space), range.slice(space + 1)]
}
