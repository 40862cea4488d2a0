import type { ItemStub } from '../content/types.ts'
import { wilsonInterval } from '../exam/examScore.ts'
import type { Confidence } from '../history/events.ts'
import type { ItemHistory } from '../history/foldItem.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'

/** An item whose latest answer shows that the learner judged it wrongly. */
export interface Misjudged {
  readonly item: ItemStub
  readonly history: ItemHistory
}

const lastWith = (history: ItemHistory | undefined, confidence: Confidence) =>
  history?.last != null && 'verdict' in history.last && history.last.confidence === confidence ? history.last.verdict : undefined

/** Whether the latest answer was given as sure and was not wholly right: what is wrong and will not be looked up. */
export const isSureButWrong = (history: ItemHistory | undefined): boolean => {
  const verdict = lastWith(history, 'sure')
  return verdict !== undefined && verdict !== 'correct'
}

/** Whether the latest answer was right and called a guess. */
const isLuckyGuess = (history: ItemHistory | undefined): boolean => lastWith(history, 'guess') === 'correct'

const itemsWhere = ({ items }: Progress, links: Links, holds: (history: ItemHistory) => boolean): readonly Misjudged[] =>
  [...items]
    .flatMap(([id, history]): Misjudged[] => {
      const item = links.items.get(id)
      return item !== undefined && holds(history) ? [{ item, history }] : []
    })
    .sort((a, b) => b.history.lastAt - a.history.lastAt || (a.item.id < b.item.id ? -1 : 1))

/** Items whose latest answer was sure and wrong, the last answered first. */
export const sureButWrong = (progress: Progress, links: Links): readonly Misjudged[] => itemsWhere(progress, links, isSureButWrong)

/** Items whose latest answer was right and called a guess, the last answered first. */
export const luckyGuesses = (progress: Progress, links: Links): readonly Misjudged[] => itemsWhere(progress, links, isLuckyGuess)

/** How often answers given with one confidence are right. */
export interface CalibrationShare {
  readonly confidence: Confidence
  readonly right: number
  readonly all: number
  /** Where the share would lie for many answers, with 95 % confidence (Wilson). */
  readonly low: number
  readonly high: number
}

export interface CalibrationShares {
  readonly answers: number
  /** How many more answers with a confidence it takes until the shares say something; 0: they do. */
  readonly missing: number
  /** The surest first. */
  readonly shares: readonly CalibrationShare[]
}

/** Below so many answers the intervals cover nearly everything. */
const enoughAnswers = 30

/** How far the learner's confidence can be trusted. */
export const calibrationShares = ({ calibration }: Pick<Progress, 'calibration'>): CalibrationShares => {
  const confidences = ['sure', 'unsure', 'guess'] as const
  const shares = confidences.map((confidence): CalibrationShare => {
    const { right, all } = calibration[confidence]
    return { confidence, right, all, ...wilsonInterval(right, all) }
  })
  const answers = shares.reduce((sum, { all }) => sum + all, 0)
  return { answers, missing: Math.max(0, enoughAnswers - answers), shares }
}
