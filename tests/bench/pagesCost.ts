import { isCardKind } from '../../src/core/content/types.ts'
import type { Confidence, StudyEvent } from '../../src/core/history/events.ts'
import { recallOn } from '../../src/core/history/foldFact.ts'
import { type Links, linksOf } from '../../src/core/history/links.ts'
import { foldProgress, type Progress } from '../../src/core/history/progress.ts'
import { confusionPairs } from '../../src/core/mastery/confusionPairs.ts'
import { calibrationShares, luckyGuesses, sureButWrong } from '../../src/core/mastery/judgements.ts'
import { factsIn, type MasteryScope, mastery } from '../../src/core/mastery/mastery.ts'
import { planDrill } from '../../src/core/mastery/planDrill.ts'
import { raises } from '../../src/core/mastery/raises.ts'
import { readiness } from '../../src/core/mastery/readiness.ts'
import { weakTopics } from '../../src/core/mastery/weakTopics.ts'
import { fsrsOf } from '../../src/core/schedule/fsrs.ts'
import { outlookAt } from '../../src/core/schedule/outlook.ts'
import { planReview } from '../../src/core/schedule/planReview.ts'
import { type Filter, periods } from '../../src/core/statistics/filter.ts'
import { type Moment, studyDay } from '../../src/core/time.ts'
import { primaryAction } from '../../src/core/today/primaryAction.ts'
import { largeCatalogue } from '../helpers/largeCatalogue.ts'
import { progressScreen } from './progressScreen.ts'
import { syntheticEvents, syntheticExams } from './syntheticLog.ts'

const events = 100_000
const weakOnToday = 3
const pairsShown = 5
const looks = 20
const confidences: readonly Confidence[] = ['sure', 'unsure', 'guess']

/** The same answers, those on questions scored, with how sure they were and what was taken for what. */
const asAnswered = (event: StudyEvent, place: number, links: Links): StudyEvent => {
  if (event.kind !== 'reviewed') return event
  const { id, at, offsetMin, device, item, grade, tookMs } = event
  const stub = links.items.get(item)
  if (stub === undefined || isCardKind(stub.kind)) return event
  const [tookFor] = stub.confuses
  return {
    id,
    at,
    offsetMin,
    device,
    kind: 'answered',
    item,
    tookMs,
    lang: 'ja',
    response: { kind: 'fill', text: '' },
    verdict: grade > 1 ? 'correct' : 'wrong',
    confidence: confidences[place % confidences.length] ?? 'sure',
    ...(grade > 1 || tookFor === undefined ? {} : { tookFor }),
  }
}

/** Of 1,000 items on 670 facts, 100,000 answers and 20 mock exams. The last answers are from yesterday. */
const studied = (): { readonly links: Links; readonly progress: Progress } => {
  const links = linksOf(largeCatalogue((place) => (place < 12 ? 36 : 35)))
  const items = [...links.items.keys()]
  const endsAt = Date.now()
  const log = [
    ...syntheticEvents({ items, total: events, endsAt }, 0, events).map((event, place) => asAnswered(event, place, links)),
    ...syntheticExams({ items: [...links.items.values()], total: 20, endsAt: endsAt - 86_400_000 }),
  ]
  return {
    links,
    progress: foldProgress(
      log.toSorted((a, b) => a.at - b.at),
      links,
    ),
  }
}

const scopesOf = (links: Links): readonly MasteryScope[] => [
  ...[...new Set([...links.topics.values()].map(({ area }) => area))].map((area) => ({ kind: 'area', area }) as const),
  ...[...links.topics.keys()].map((topic) => ({ kind: 'topic', topic }) as const),
  ...[...links.topics.values()].flatMap(({ sections }) => sections.map(({ id }) => ({ kind: 'section', section: id }) as const)),
]

/** What Today, the screens of weak topics and of progress, and every number of mastery are reckoned from, once each. */
const reckonAll = (progress: Progress, links: Links, now: Moment, filter: Filter): readonly unknown[] => {
  const plan = planReview(progress, links, now)
  const today = [
    primaryAction(progress, links, plan, now),
    weakTopics(progress, links, now, weakOnToday),
    readiness(progress, links, now, 305),
    raises(progress, links, now),
    outlookAt(progress, links, now),
  ]
  const pairs = confusionPairs(progress, links).slice(0, pairsShown)
  const weak = [
    weakTopics(progress, links, now),
    pairs.map(({ facts }) => planDrill({ kind: 'apart', facts }, progress, links, now)),
    sureButWrong(progress, links),
    luckyGuesses(progress, links),
    calibrationShares(progress),
  ]
  const held = scopesOf(links).map((scope) => mastery(factsIn(scope, links), progress, links, now))
  return [today, weak, held, progressScreen(progress, links, now, filter)]
}

/** The least that such numbers need: every history looked at, and the recall of every fact, once. */
const lookOnce = (progress: Progress, now: Moment): number => {
  const fsrs = fsrsOf(progress.parameters)
  const day = studyDay(now.at, now.offsetMin)
  let sum = 0
  for (const memory of progress.facts.values()) sum += recallOn(memory, day, fsrs)
  for (const { answers } of progress.items.values()) sum += answers
  return sum
}

/** Milliseconds for all of it, round by round, and for the floor. Nothing is kept from one round to the next but what follows from the catalogue. */
export const pagesCost = (rounds: number): { readonly tookMs: readonly number[]; readonly floorMs: readonly number[] } => {
  const { links, progress } = studied()
  const tookMs: number[] = []
  const floorMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const now = { at: Date.now(), offsetMin: 540 }
    // As after an answer: what is remembered for the same histories is of no use.
    const fresh = { ...progress, facts: new Map(progress.facts), items: new Map(progress.items), days: new Map(progress.days) }
    const filter: Filter = { area: null, kind: null, period: periods[round % periods.length] ?? 'all' }
    const began = performance.now()
    const reckoned = reckonAll(fresh, links, now, filter)
    const between = performance.now()
    tookMs.push(between - began)
    // So short that the clock of a browser does not see it once.
    let looked = 0
    for (let turn = 0; turn < looks; turn += 1) looked += lookOnce(fresh, now)
    floorMs.push((performance.now() - between) / looks)
    if (reckoned.length === 0 || Number.isNaN(looked)) throw new Error('nothing was reckoned')
  }
  return { tookMs, floorMs }
}
