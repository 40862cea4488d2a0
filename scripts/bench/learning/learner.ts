import { type AnswerKind, answerKind, type ItemStub } from '../../../src/core/content/types.ts'
import type { Links } from '../../../src/core/history/links.ts'
import { type FactId, type ItemId, type SectionId, type TopicId, topicOf } from '../../../src/core/ids.ts'
import type { Seed } from '../../../src/core/random.ts'
import type { MemoryState } from '../../../src/core/schedule/fsrs.ts'
import { chanceOf } from './chance.ts'
import { type FactTraits, type Traits, traitsOf } from './traits.ts'
import type { World } from './worlds.ts'

/** What a learner holds of one fact; `null`: nothing. */
export type Held = (MemoryState & { readonly lastDay: number }) | null

interface FactState {
  held: Held
  /** Answers so far, repeats included. */
  tries: number
  askedByCard: boolean
  askedByQuestion: boolean
}

/** Seconds an answer and a section take the median learner, and what a wrong answer takes longer. */
const seconds: Readonly<Record<AnswerKind, number>> = { card: 8, fill: 15, choice: 25, order: 40, match: 40, exercise: 60 }
const equalSeconds = 20
const sectionSeconds = 90
const missSeconds = 6

/** Recall by an item is recall to this power; order and match stand in no simulated catalogue. */
const powers: Readonly<Record<AnswerKind, number>> = { choice: 0.7, card: 1, fill: 1.2, order: 1.2, match: 1, exercise: 1.35 }
const choicePowerInExam = 0.85
const typedPowerInExam = 1.25
const choiceShareOfExam = 0.85
/** The share of the exam that no item covers, and days of stability of what was known of it. */
const uncovered = 0.15
const uncoveredDays = 60
/** How often a card that was not known is graded as if it had been. */
const overGraded = 0.05
/** Ours: how much harder the exam finds what only cards asked, where cards do not transfer. */
const cardsOnlyPower = 1.3

export interface SimulatedAnswer {
  readonly right: boolean
  /** Until the answer is given, and with what is read after a wrong one. */
  readonly tookSeconds: number
  readonly seconds: number
}

/** Somebody who studies. Days count from the first of the study. */
export interface Learner {
  readonly traits: Traits
  /** Minutes of study on a day for which so many are planned; 0 on a day that is missed. */
  readonly minutesOn: (day: number, planned: number) => number
  readonly secondsOf: (item: ItemStub) => number
  readonly sectionSeconds: number
  readonly missSeconds: number
  /** What is held of a fact now. */
  readonly heldOf: (fact: FactId) => Held
  /** The chance of a right answer, and that the fact itself is recalled. */
  readonly chanceOf: (item: ItemStub, day: number) => number
  readonly recallFor: (item: ItemStub, day: number) => number
  readonly answer: (item: ItemStub, day: number) => SimulatedAnswer
  /** Reads a section, which may teach what it holds. */
  readonly read: (section: SectionId, day: number) => void
  /** The share of the exam's questions on this fact that would be right on a day, if this were held of it. */
  readonly examScore: (fact: FactId, held: Held, day: number) => number
  /** The share of each topic's questions that the exam would find right on a day. */
  readonly topicScores: (day: number) => ReadonlyMap<TopicId, number>
  /** The expected result of the exam on a day, marks of 100. */
  readonly mark: (day: number) => number
  /** The same learner at the same moment, to whom other things may happen. */
  readonly fork: () => Learner
}

interface Setting {
  readonly seed: Seed
  readonly links: Links
  readonly world: World
  readonly traits: Traits
  readonly factsOfSection: ReadonlyMap<SectionId, readonly FactId[]>
  readonly guesses: Map<ItemId, number>
}

const startOf = ({ known, knownDays }: FactTraits, difficulty: number): FactState => ({
  held: known ? { stability: knownDays, difficulty, lastDay: 0 } : null,
  tries: 0,
  askedByCard: false,
  askedByQuestion: false,
})

const learnerFrom = (setting: Setting, states: ReadonlyMap<FactId, FactState>): Learner => {
  const { seed, links, world, traits, factsOfSection, guesses } = setting
  const { memory, slowness } = traits
  const { share, normal } = chanceOf(seed)
  const firstDifficulty = memory.nextState(null, 0, 3).difficulty

  const at = (fact: FactId): { readonly state: FactState; readonly trait: FactTraits } => {
    const state = states.get(fact)
    const trait = traits.facts.get(fact)
    if (state === undefined || trait === undefined) throw new Error(`There is no fact ${fact}`)
    return { state, trait }
  }
  const retained = (held: Held, day: number): number => (held === null ? 0 : memory.retrievability(held.stability, day - held.lastDay))
  /** Recall, less what the fact is taken for takes from it. */
  const recall = (fact: FactId, held: Held, day: number): number => {
    const { state, trait } = at(fact)
    const own = retained(held, day)
    if (own === 0 || trait.partner === null) return own
    return own * (1 - trait.confusion * retained(at(trait.partner).state.held, day) * 0.75 ** state.tries)
  }
  const guessOf = (item: ItemStub): number => {
    const known = guesses.get(item.id)
    if (known !== undefined) return known
    const kind = answerKind(item.kind)
    const guess =
      kind === 'card'
        ? overGraded
        : kind === 'choice'
          ? 1 / Math.max(1, item.options) + Math.max(0, 0.04 + 0.05 * normal(`guess ${item.id}`)) + world.extraGuess
          : 0
    guesses.set(item.id, guess)
    return guess
  }
  const recallFor = (item: ItemStub, day: number): number =>
    recall(item.fact, at(item.fact).state.held, day) ** powers[answerKind(item.kind)]
  const chanceOfRight = (item: ItemStub, day: number): number => {
    const recalled = recallFor(item, day)
    return recalled + (1 - recalled) * guessOf(item)
  }
  const secondsOf = (item: ItemStub): number => slowness * (world.equalSeconds ? equalSeconds : seconds[answerKind(item.kind)])
  const examGuess = 0.25 + world.extraGuess

  const examScore: Learner['examScore'] = (fact, held, day) => {
    const { state, trait } = at(fact)
    const isCardsOnly = !world.cardsTransfer && state.askedByCard && !state.askedByQuestion
    const power = trait.examPower * (isCardsOnly ? cardsOnlyPower : 1)
    const recalled = recall(fact, held, day)
    const chosen = recalled ** (choicePowerInExam * power)
    return choiceShareOfExam * (chosen + (1 - chosen) * examGuess) + (1 - choiceShareOfExam) * recalled ** (typedPowerInExam * power)
  }
  const topicScores = (day: number): ReadonlyMap<TopicId, number> => {
    const kept = memory.retrievability(uncoveredDays, day)
    const sums = new Map<TopicId, { covered: number; known: number; count: number }>()
    for (const [fact, { held }] of states) {
      const sum = sums.get(topicOf(fact)) ?? { covered: 0, known: 0, count: 0 }
      sum.covered += examScore(fact, held, day)
      sum.known += at(fact).trait.knownChance
      sum.count += 1
      sums.set(topicOf(fact), sum)
    }
    return new Map(
      [...sums].map(([topic, { covered, known, count }]) => {
        const knownOfRest = kept * (known / count)
        const rest = knownOfRest + (1 - knownOfRest) * choiceShareOfExam * examGuess
        return [topic, (1 - uncovered) * (covered / count) + uncovered * rest]
      }),
    )
  }

  return {
    traits,
    minutesOn: (day, planned) => (share(`missed ${day}`) < traits.missed ? 0 : planned * Math.exp(0.25 * normal(`length ${day}`))),
    secondsOf,
    sectionSeconds: slowness * sectionSeconds,
    missSeconds: slowness * missSeconds,
    heldOf: (fact) => at(fact).state.held,
    chanceOf: chanceOfRight,
    recallFor,
    answer: (item, day) => {
      const { state, trait } = at(item.fact)
      const draw = `${item.fact} ${state.tries}`
      const recalled = share(`recall ${draw}`) < recallFor(item, day)
      const right = recalled || share(`guess ${draw}`) < guessOf(item)
      const { held } = state
      if (held === null) {
        // What was right by luck is looked at less closely than what was wrong.
        const isLucky = right && answerKind(item.kind) !== 'card'
        if (share(`encode ${draw}`) < trait.encoding * (isLucky ? 0.5 : 1))
          state.held = { stability: trait.answeredDays, difficulty: firstDifficulty, lastDay: day }
      } else if (day > held.lastDay) {
        // A second answer on a day leaves what is remembered as it is.
        state.held = { ...memory.nextState(held, day - held.lastDay, recalled ? 3 : 1), lastDay: day }
      }
      state.tries += 1
      if (answerKind(item.kind) === 'card') state.askedByCard = true
      else state.askedByQuestion = true
      const tookSeconds = secondsOf(item)
      return { right, tookSeconds, seconds: tookSeconds + (right ? 0 : slowness * missSeconds) }
    },
    read: (section, day) => {
      for (const fact of factsOfSection.get(section) ?? []) {
        const { state, trait } = at(fact)
        if (state.held === null && share(`read ${fact}`) < 0.6 * trait.encoding)
          state.held = { stability: trait.readDays, difficulty: firstDifficulty, lastDay: day }
      }
    },
    examScore,
    topicScores,
    mark: (day) => {
      const scores = topicScores(day)
      let sum = 0
      let total = 0
      for (const { id, weight } of links.topics.values()) {
        sum += weight * (scores.get(id) ?? 0)
        total += weight
      }
      return (100 * sum) / total
    },
    fork: () => learnerFrom(setting, new Map([...states].map(([fact, state]) => [fact, { ...state }]))),
  }
}

export const createLearner = (seed: Seed, links: Links, world: World): Learner => {
  const traits = traitsOf(seed, links, world)
  const factsOfSection = new Map<SectionId, FactId[]>()
  for (const { section, fact } of links.items.values()) {
    const facts = factsOfSection.get(section)
    if (facts === undefined) factsOfSection.set(section, [fact])
    else if (!facts.includes(fact)) facts.push(fact)
  }
  const { difficulty } = traits.memory.nextState(null, 0, 3)
  const states = new Map([...traits.facts].map(([fact, trait]) => [fact, startOf(trait, difficulty)]))
  return learnerFrom({ seed, links, world, traits, factsOfSection, guesses: new Map() }, states)
}
