import { type AnswerKind, answerKind, type ItemStub } from '../content/types.ts'

/** How an answer of some kind comes out, apart from what is known. */
export interface AnswerOdds {
  /** The chance that a guess is right, 0 to 1. */
  readonly guess: number
  /** The chance that what is known is answered wrong all the same. */
  readonly slip: number
  /** What is known with chance R is produced with R to this power: easier to recognise than to type, hardest to work with. */
  readonly exponent: number
}

/** From simulated learners. Order and match are taken to be as hard as a typed answer; of a choice the guess depends on its options. */
const odds: Readonly<Record<AnswerKind, AnswerOdds>> = {
  card: { guess: 0.03, slip: 0.02, exponent: 1 },
  choice: { guess: 0.25, slip: 0.04, exponent: 0.8 },
  fill: { guess: 0.02, slip: 0.1, exponent: 1.1 },
  order: { guess: 0.02, slip: 0.1, exponent: 1.1 },
  match: { guess: 0.02, slip: 0.1, exponent: 1.1 },
  exercise: { guess: 0.01, slip: 0.12, exponent: 1.2 },
}

export const oddsOf = ({ kind, options }: Pick<ItemStub, 'kind' | 'options'>): AnswerOdds => {
  const answered = answerKind(kind)
  return answered === 'choice' ? { ...odds.choice, guess: 1 / Math.max(1, options) } : odds[answered]
}

/** The chance that a guess is right. */
export const guessOf = (item: Pick<ItemStub, 'kind' | 'options'>): number => oddsOf(item).guess

/** How much of a right answer is taken back for the guess in it. */
export const guessShare = 0.8

/** The chance of a right answer where the fact is known with chance `recall`: g + (1 - g - s) R^x. */
export const chanceRight = ({ guess, slip, exponent }: AnswerOdds, recall: number): number =>
  guess + (1 - guess - slip) * recall ** exponent
