/** What holds for the learners of a run; worlds differ in what a schedule may wrongly take for granted. */
export interface World {
  readonly name: string
  /** Whether every kind of item takes 20 seconds. */
  readonly equalSeconds: boolean
  /** Whether what was only ever asked by cards is known in the exam as well as what questions asked. */
  readonly cardsTransfer: boolean
  /** How much likelier a choice is guessed than its options say, in study and exam. */
  readonly extraGuess: number
  /** Whether memory is that of the scheduler's own model, FSRS-6 with the published parameters. */
  readonly publishedMemory: boolean
  /** The share of days without study; `null`: each learner has an own one, a fifth on average. */
  readonly missedDays: number | null
}

export const usualWorld: World = {
  name: 'usual',
  equalSeconds: false,
  cardsTransfer: true,
  extraGuess: 0,
  publishedMemory: false,
  missedDays: null,
}

export const otherWorlds: readonly World[] = [
  { ...usualWorld, name: 'all kinds 20 s', equalSeconds: true },
  { ...usualWorld, name: 'cards do not transfer', cardsTransfer: false },
  { ...usualWorld, name: 'both', equalSeconds: true, cardsTransfer: false },
  { ...usualWorld, name: 'guess +0.15', extraGuess: 0.15 },
  { ...usualWorld, name: 'memory = FSRS-6', publishedMemory: true },
  { ...usualWorld, name: '45 % of days missed', missedDays: 0.45 },
]
