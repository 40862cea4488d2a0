/**
 * Measures; asserts nothing but says what holds:
 *
 *   npm run bench                    every suite
 *   npm run bench -- engine          one of them
 *   npm run bench -- learning --learners 200
 *                                    as sure of its figures as 200 simulated learners make it
 *   npm run bench -- --json          one JSON document: [{ suite, name, value, plusMinus, unit, floor, ratio, target, holds }]
 *
 * `floor` is measured in the same run, on the same machine: what the same would
 * cost without our work. `ratio` is value over floor. `plusMinus` is half of the 95 %
 * interval, where chance is in the figure.
 */
import { parseArgs } from 'node:util'
import { engine } from './bench/engine.mjs'
import { learning } from './bench/learning.mjs'

/**
 * @typedef {object} Figure
 * @property {string} suite
 * @property {string} name
 * @property {number} value
 * @property {number} [plusMinus]
 * @property {string} unit
 * @property {number | null} floor
 * @property {number | null} ratio
 * @property {string | null} target
 * @property {boolean | null} holds `null`: there is no target
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, learners: { type: 'string', default: '40' } },
})
const learners = Number(values.learners)
if (!Number.isInteger(learners) || learners < 2) {
  console.error(`--learners takes a whole number from 2 on, not ${values.learners}.`)
  process.exit(1)
}

/** @type {Record<string, (tell: (line: string) => void) => Promise<Figure[]>>} */
const suites = { engine, learning: (tell) => learning(tell, learners) }

const unknown = positionals.filter((name) => !(name in suites))
if (unknown.length > 0) {
  console.error(`There is no suite called ${unknown.join(', ')}: there is ${Object.keys(suites).join(', ')}.`)
  process.exit(1)
}
const chosen = positionals.length > 0 ? positionals : Object.keys(suites)

/** @type {Figure[]} */
const figures = []
for (const name of chosen) figures.push(...((await suites[name]?.((line) => console.error(`${name}: ${line}`))) ?? []))

/** @param {number} value */
const short = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

if (values.json) console.log(JSON.stringify(figures, null, 2))
else {
  const rows = figures.map(({ suite, name, value, plusMinus, unit, floor, ratio, target, holds }) => [
    suite,
    name,
    `${short(value)}${plusMinus === undefined ? '' : ` ± ${short(plusMinus)}`} ${unit}`,
    floor === null ? '' : `${short(floor)} ${unit}`,
    ratio === null ? '' : `${short(ratio)}x`,
    target ?? '',
    holds === null ? '' : holds ? 'holds' : 'MISSED',
  ])
  const head = ['suite', 'what', 'value', 'floor', 'ratio', 'target', '']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
