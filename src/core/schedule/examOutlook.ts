import { examScore, passMark } from '../exam/examScore.ts'
import { recallOn, remembered } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { mockOutcomes, modelError } from '../mastery/modelError.ts'
import { answersSoFar, type MockResults, mockResults, passShare, quantileOf } from '../mastery/readiness.ts'
import { type Seed, seedFor, shareFor } from '../random.ts'
import { type Moment, type StudyDay, studyDay } from '../time.ts'
import { candidates } from './candidates.ts'
import { factTable } from './factTable.ts'
import { fsrsOf } from './fsrs.ts'
import { type MockDay, mockDays } from './mockDays.ts'
import { outlookOn } from './outlook.ts'
import { leastMinutesPerDay, mostMinutesPerDay } from './planLimits.ts'
import { roomToday, spentSeconds, takeFrom } from './planReview.ts'
import { isDayOff, studyMode } from './studyMode.ts'

/** Further ahead nothing is foretold: half a year of days would be guessed from a few. */
export const mostOutlookDays = 180

/** What our own mock exam is expected to give on the day of the exam, on the scale of 200 to 800. */
export interface ExpectedMark {
  readonly minutesPerDay: number
  readonly mean: number
  /** Four results of five lie from `low` to `high`. */
  readonly low: number
  readonly high: number
  /** The chance to reach the pass mark, 0 to 1. */
  readonly passChance: number
}

/** How the facts stand on the morning of a day, each by its weight in the exam; shares from 0 to 1. */
export interface Coverage {
  readonly day: StudyDay
  /** Asked at least once. */
  readonly seen: number
  /** Expected to be recalled, of all, where what was never asked counts for nothing. */
  readonly recalled: number
}

/** Where the plan leads if it is kept to. */
export interface ExamOutlook {
  readonly examDay: StudyDay
  /** Days with study from today to the eve of the exam. */
  readonly studyDays: number
  readonly planned: ExpectedMark
  /** With ten minutes a day more; `null`: the plan allows no more. */
  readonly more: ExpectedMark | null
  /** The least minutes a day, of those tried, whose mean reaches the pass mark; `null`: none does. */
  readonly enoughMinutes: number | null
  /** Today, every seventh day, and the day of the exam. */
  readonly coverage: readonly Coverage[]
  readonly mockDays: readonly MockDay[]
  /** Answers that it rests on. */
  readonly answers: number
}

/** Minutes a day that are tried for the least that is enough, beside the plan's. */
const minutesTried = [leastMinutesPerDay, 10, 15, 20, 30, 45, 60, 90, mostMinutesPerDay] as const
const moreMinutes = 10
/** Ways in which the answers may fall. Of one, the sum over some hundred facts strays little from the mean. */
const waysTried = 2
/** Rollings out that an outlook takes: of the plan, with more, and to halve the minutes tried until one is left. */
const usualRuns = 6

/**
 * What a forecast promises too much, in logits, by the days that it covers: answers
 * that do not stick, days that are missed. Found on simulated learners who miss one
 * day in five, with 10 to 40 minutes a day: 0.4 at up to 14 days, 0.8 at 30, 0.6 at
 * 60; between learners it spreads by no more than `modelError` does anyway.
 */
const shortfall = (days: number): number => -0.7 * Math.sqrt(Math.min(1, days / 30))

const coverageOn = (day: StudyDay, { facts, parameters }: Progress, links: Links): Coverage => {
  const fsrs = fsrsOf(parameters)
  let all = 0
  let seen = 0
  let recalled = 0
  for (const { fact, weight } of factTable(links).rows.values()) {
    all += weight
    const memory = facts.get(fact)
    if (memory === undefined) continue
    seen += weight
    recalled += weight * recallOn(memory, day, fsrs)
  }
  return all === 0 ? { day, seen: 0, recalled: 0 } : { day, seen: seen / all, recalled: recalled / all }
}

interface Ahead {
  readonly progress: Progress
  readonly links: Links
  readonly now: Moment
  readonly today: StudyDay
  readonly examDay: StudyDay
  readonly seed: Seed
  /** The same all the way: what is rolled out holds no mock exam. */
  readonly errors: ReturnType<typeof modelError>
}

/**
 * The progress on each morning from tomorrow to the exam: every day's minutes are
 * filled as `planReview` fills them, and each answer is right with the chance that
 * the schedule gives it. The n-th answer of a fact falls alike whatever the minutes,
 * so that minutes differ by nothing else.
 */
function* rollOut({ progress, links, now, today, examDay, seed }: Ahead, minutesPerDay: number): Generator<Progress> {
  const plan = { ...progress.plan, minutesPerDay }
  const isOff = isDayOff(plan)
  const facts = new Map(progress.facts)
  const read = new Map(progress.read)
  let current: Progress = { ...progress, plan, facts, read }
  for (let day = today; day < examDay; day += 1) {
    if (!isOff(day)) {
      const outlook = outlookOn(current, links, day)
      const { fsrs } = outlook
      const spent = day === today ? spentSeconds(progress, now) : 0
      const { ranked } = candidates(outlook, () => undefined)
      const { taken } = takeFrom(ranked, outlook, Math.max(0, minutesPerDay * 60 - spent), roomToday(current, day))
      for (const { row, item, kind, chance } of taken) {
        const memory = facts.get(row.fact)
        const isRight = shareFor(seed, `${row.fact} ${memory?.reviews ?? 0}`) < chance
        facts.set(row.fact, remembered(memory, isRight ? 3 : 1, day, now.at, fsrs))
        if (kind === 'new') read.set(item.section, now.at)
      }
    }
    // What is known of a catalogue or a history is kept by identity: only what has changed is new.
    current = { ...current }
    yield current
  }
}

const markOf = ({ results, questions }: MockResults, minutesPerDay: number): ExpectedMark => {
  const drawn = { questions, results: results.toSorted((a, b) => a - b) }
  return {
    minutesPerDay,
    mean: examScore(results.reduce((sum, right) => sum + right, 0) / results.length, questions),
    low: examScore(quantileOf(drawn, 0.1), questions),
    high: examScore(quantileOf(drawn, 0.9), questions),
    passChance: passShare(drawn),
  }
}

/** The mark with these minutes a day, and the coverage on the way; yields the share of the work that is done. */
function* markWith(
  ahead: Ahead,
  minutesPerDay: number,
): Generator<number, { readonly mark: ExpectedMark; readonly coverage: readonly Coverage[] }> {
  const { progress, links, today, examDay, seed, errors } = ahead
  const length = Math.max(1, examDay - today)
  const results: number[] = []
  let questions = 0
  const coverage = [coverageOn(today, progress, links)]
  for (let way = 0; way < waysTried; way += 1) {
    let last = progress
    let day = today
    const own = seedFor(seed, `way ${way}`)
    for (const morning of rollOut({ ...ahead, seed: own }, minutesPerDay)) {
      day += 1
      last = morning
      if (way === 0 && ((day - today) % 7 === 0 || day === examDay)) coverage.push(coverageOn(day, morning, links))
      yield (way + (day - today) / length) / waysTried
    }
    const drawn = mockResults(last, links, examDay, own, errors, shortfall(examDay - today))
    questions = drawn.questions
    results.push(...drawn.results)
  }
  return { mark: markOf({ questions, results }, minutesPerDay), coverage }
}

/**
 * Rolls the present forward to the day of the exam with the rule of the schedule
 * itself, and says what our own mock exam is expected to give then: with the
 * minutes of the plan, with ten more, and with how few the pass mark is reached.
 * It takes for granted that the minutes of every day are used, days off and daily
 * limits kept, and that what is remembered fades as FSRS-6 says; what that promises
 * too much is taken off (`shortfall`).
 *
 * Some 60 days take some hundred milliseconds, so it goes on in steps of a day and
 * yields the share of the work done, 0 to 1. `null`: there is no exam ahead, or it
 * lies further ahead than `mostOutlookDays`. The same seed gives the same numbers.
 */
export function* examOutlook(progress: Progress, links: Links, now: Moment, seed: Seed): Generator<number, ExamOutlook | null> {
  const today = studyDay(now.at, now.offsetMin)
  const { plan } = progress
  const mode = studyMode(plan, today)
  if (mode.kind !== 'exam' || mode.daysLeft > mostOutlookDays) return null
  const { examDay } = mode
  const ahead: Ahead = { progress, links, now, today, examDay, seed, errors: modelError(mockOutcomes(progress, links)) }
  let run = 0
  function* tryMinutes(minutesPerDay: number) {
    const steps = markWith(ahead, minutesPerDay)
    for (;;) {
      const step = steps.next()
      if (step.done === true) {
        run += 1
        return step.value
      }
      yield Math.min(1, (run + step.value) / usualRuns)
    }
  }

  const { mark: planned, coverage } = yield* tryMinutes(plan.minutesPerDay)
  const withMore = plan.minutesPerDay + moreMinutes
  const more = withMore > mostMinutesPerDay ? null : (yield* tryMinutes(withMore)).mark
  const reached = [planned, ...(more === null ? [] : [more])].filter(({ mean }) => mean >= passMark).map((mark) => mark.minutesPerDay)
  const missed = [planned, ...(more === null ? [] : [more])].filter(({ mean }) => mean < passMark).map((mark) => mark.minutesPerDay)
  let least = Math.min(...reached)
  let left = minutesTried.filter((minutes) => minutes < least && minutes > Math.max(...missed, 0))
  while (left.length > 0) {
    const half = Math.floor((left.length - 1) / 2)
    const minutes = left[half] ?? leastMinutesPerDay
    const isEnough = (yield* tryMinutes(minutes)).mark.mean >= passMark
    if (isEnough) least = minutes
    left = isEnough ? left.slice(0, half) : left.slice(half + 1)
  }
  const isOff = isDayOff(plan)
  return {
    examDay,
    studyDays: Array.from({ length: examDay - today }, (_, place) => today + place).filter((day) => !isOff(day)).length,
    planned,
    more,
    enoughMinutes: Number.isFinite(least) ? least : null,
    coverage,
    mockDays: mockDays(
      coverage,
      examDay,
      [...progress.exams.values()].some((exam) => exam.handedIn !== null),
      isOff,
    ),
    answers: answersSoFar(progress, links),
  }
}
