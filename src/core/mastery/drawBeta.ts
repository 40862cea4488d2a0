import type { Dice } from '../random.ts'
import type { Beta } from './topicBeta.ts'

/** A draw from the standard normal distribution (Box and Muller, Annals of Mathematical Statistics 29, 1958). */
const drawNormal = (dice: Dice): number => Math.sqrt(-2 * Math.log(1 - dice.share())) * Math.cos(2 * Math.PI * dice.share())

/**
 * A draw from the gamma distribution of scale 1: the squeeze of Marsaglia and Tsang,
 * "A simple method for generating gamma variables", ACM TOMS 26 (2000). Below shape 1
 * one of shape + 1 is drawn and multiplied by U^(1/shape), as they advise.
 */
const drawGamma = (shape: number, dice: Dice): number => {
  if (shape < 1) return drawGamma(shape + 1, dice) * (1 - dice.share()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = drawNormal(dice)
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    const u = 1 - dice.share()
    if (Math.log(u) < 0.5 * x ** 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A draw from a Beta distribution, as X / (X + Y) of two gamma draws. */
export const drawBeta = ({ a, b }: Beta, dice: Dice): number => {
  const x = drawGamma(a, dice)
  const y = drawGamma(b, dice)
  return x / (x + y)
}
