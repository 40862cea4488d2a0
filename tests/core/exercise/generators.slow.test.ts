import { expect, test } from 'vitest'
import { plainBlocks, plainRich } from '../../../src/core/content/plainText.ts'
import { exerciseKinds, langs } from '../../../src/core/content/types.ts'
import { generators } from '../../../src/core/exercise/generators.ts'
import { settings } from './shown.ts'

test.each(exerciseKinds)('%s makes an exercise of each of 2000 seeds, and of each setting', (kind) => {
  const rounds = [
    ...Array.from({ length: 2000 }, (_, seed) => ({ seed, given: {} })),
    ...settings(kind).flatMap((given) => Array.from({ length: 30 }, (_, index) => ({ seed: index * 104_729, given }))),
  ]
  for (const { seed, given } of rounds) {
    for (const lang of langs) {
      const { stem, fields, solution } = generators[kind].make(seed, given, lang)
      const words = [plainBlocks(stem), plainBlocks(solution), ...fields.flatMap(({ label, expected }) => [plainRich(label), expected])]
      expect(words.join('\n'), `seed ${seed}, ${JSON.stringify(given)}`).not.toMatch(/undefined|NaN|Infinity/)
      expect(words).not.toContain('')
    }
  }
})
