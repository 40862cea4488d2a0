/**
 * Measures; asserts nothing but says what holds:
 *
 *   npm run bench                    every suite
 *   npm run bench -- engine          one of them
 *   npm run bench -- --json          one JSON document: [{ suite, name, value, unit, floor, ratio, target, holds }]
 *
 * `floor` is measured in the same run, on the same machine: what the same would
 * cost without our work. `ratio` is value over floor.
 */
import { parseArgs } from 'node:util'
import { engine } from './bench/engine.mjs'

/**
 * @typedef {object} Figure
 * @property {string} suite
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {number | null} floor
 * @property {number | null} ratio
 * @property {string | null} target
 * @property {boolean | null} holds `null`: there is no target
 */

/** @type {Record<string, (tell: (line: string) => void) => Promise<Figure[]>>} */
const suites = { engine }

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
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
  const rows = figures.map(({ suite, name, value, unit, floor, ratio, target, holds }) => [
    suite,
    name,
    `${short(value)} ${unit}`,
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
