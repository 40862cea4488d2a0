/** What studying with the app comes to, by simulation: marks, minutes, and what it says of weakness and readiness. */
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

/** @param {(line: string) => void} tell @param {number} learners @returns {Promise<import('../bench.mjs').Figure[]>} */
export const learning = async (tell, learners) => {
  const { module } = await runnerImport(resolve('scripts/bench/learning/suite.ts'), { configFile: false, logLevel: 'error' })
  return module.learning(tell, learners)
}
