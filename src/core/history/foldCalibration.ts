import type { Confidence } from './events.ts'

/** Of the answers given with this confidence, how many there are and how many of them were right. */
export interface Hits {
  readonly right: number
  readonly all: number
}

/** Every answer that feeds the memory and whose confidence was asked, on items that are taught. */
export type Calibration = Readonly<Record<Confidence, Hits>>

const none: Hits = { right: 0, all: 0 }
export const emptyCalibration: Calibration = { sure: none, unsure: none, guess: none }

/** With one more answer. */
export const addHit = (calibration: Calibration, confidence: Confidence, isRight: boolean): Calibration => {
  const { right, all } = calibration[confidence]
  return { ...calibration, [confidence]: { right: right + (isRight ? 1 : 0), all: all + 1 } }
}
