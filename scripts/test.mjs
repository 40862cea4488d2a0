/**
 * Everything that must hold, in an order where the quick answers come first:
 *
 *   npm test               all of it
 *   npm run check          what answers in seconds: no browser, no build
 *   npm run test:e2e       the built app in a real Chromium
 *
 * A failing step does not stop the others, unless they need it. The last line is
 * `N passed, N failed`: tests as their runners counted them, and one for each check.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { chromiumVersion, ensureChromium } from './browser.mjs'
import { runScript, runTool } from './runTool.mjs'

/** `failures`: the titles of the tests that failed; `unsteady`: of those that passed only at the second go. */
/** @typedef {{ passed: number, failed: number, skipped: number, failures?: string[], unsteady?: string[] }} Count */
/**
 * @typedef {object} Step
 * @property {string} title
 * @property {readonly ('check' | 'e2e' | 'all')[]} in the runs it belongs to
 * @property {string} [id] how other steps name it
 * @property {readonly string[]} [needs] steps without which it makes no sense
 * @property {() => Promise<Count>} run
 */

const reports = '.cache/test'
/** The Chromium to test in, once it is found. @type {string | undefined} */
let chromium
const otherBase = '/study/hakoniwa/'

/** A check counts as one: it holds or it does not. @param {Promise<number>} exitCode @returns {Promise<Count>} */
const one = async (exitCode) => ((await exitCode) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })

/**
 * The count of a test runner's report. A run that ended badly, left no report or
 * ran nothing has failed, whatever the report counts.
 * @param {Promise<number>} exitCode
 * @param {string} file
 * @param {(report: any) => Count} countOf
 * @returns {Promise<Count>}
 */
const counted = async (exitCode, file, countOf) => {
  const code = await exitCode
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const count = countOf(JSON.parse(readFileSync(file, 'utf8')))
  const failsUncounted = count.failed === 0 && (code !== 0 || count.passed === 0)
  return failsUncounted ? { ...count, failed: 1 } : count
}

/** @param {string | undefined} message */
const firstLine = (message) =>
  stripVTControlCharacters(message ?? '')
    .split('\n', 1)
    .join()
    .slice(0, 200)

/** @param {readonly string[]} projects */
const vitest = (projects) => {
  const file = `${reports}/vitest.json`
  const args = [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  return counted(runTool('vitest', args), file, ({ testResults }) => {
    /** @type {string[]} */
    const states = testResults.flatMap((/** @type {any} */ suite) => {
      const own = suite.assertionResults.map((/** @type {any} */ test) => test.status)
      // A file that does not even load has no tests to count, and has failed all the same.
      return suite.status === 'failed' && !own.includes('failed') ? [...own, 'failed'] : own
    })
    const passed = states.filter((state) => state === 'passed').length
    const failed = states.filter((state) => state === 'failed').length
    /** @type {string[]} */
    const failures = testResults.flatMap((/** @type {any} */ suite) => {
      const file = relative('.', suite.name)
      const tests = suite.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed')
      if (tests.length === 0) return suite.status === 'failed' ? [`${file}: ${firstLine(suite.message)}`] : []
      return tests.map((/** @type {any} */ test) => `${file}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
    })
    return { passed, failed, skipped: states.length - passed - failed, failures }
  })
}

/** A test that a busy machine breaks once is named, so that it is mended; one that is broken fails twice. @param {any[]} suites @returns {string[]} */
const unsteadySpecs = (suites) =>
  suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) => spec.tests.some((/** @type {any} */ test) => test.status === 'flaky'))
      .map((/** @type {any} */ spec) => `${spec.file}: ${spec.title}: ${firstLine(spec.tests.at(-1)?.results.at(0)?.error?.message)}`),
    ...unsteadySpecs(suite.suites ?? []),
  ])

/** @param {any[]} suites @returns {string[]} */
const failedSpecs = (suites) =>
  suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) => !spec.ok)
      .map((/** @type {any} */ spec) => `${spec.file}: ${spec.title}: ${firstLine(spec.tests.at(-1)?.results.at(-1)?.error?.message)}`),
    ...failedSpecs(suite.suites ?? []),
  ])

const playwright = () => {
  const file = `${reports}/playwright.json`
  const run = runTool('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  return counted(run, file, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: failedSpecs(suites),
    unsteady: unsteadySpecs(suites),
  }))
}

/** @type {readonly Step[]} */
const steps = [
  {
    title: 'Format and lint',
    in: ['all', 'check'],
    run: () => one(runTool('biome', ['check', '--error-on-warnings', '--diagnostic-level=warn', '.'])),
  },
  { title: 'Types: the core, alone', in: ['all', 'check'], run: () => one(runTool('tsc', ['-p', 'tsconfig.core.json'])) },
  { title: 'Types: the app', in: ['all', 'check'], run: () => one(runTool('tsc', ['-p', 'tsconfig.json'])) },
  { title: 'Types: build, scripts and tests', in: ['all', 'check'], run: () => one(runTool('tsc', ['-p', 'tsconfig.node.json'])) },
  { title: 'Unused files, exports and packages', in: ['all', 'check'], run: () => one(runTool('knip', ['--no-progress'])) },
  { title: 'Content', in: ['all', 'check'], run: () => one(runScript('scripts/run.mjs', ['scripts/contentCheck.ts'])) },
  {
    title: 'Wording of the content and of the tool',
    in: ['all', 'check'],
    run: () => one(runScript('scripts/run.mjs', ['scripts/contentWording.ts'])),
  },
  { title: 'Tests of what needs no page', in: ['check'], run: () => vitest(['node']) },
  {
    title: 'A Chromium to test in',
    id: 'browser',
    in: ['all', 'e2e'],
    run: async () => {
      try {
        chromium = ensureChromium(console.log)
        console.log(chromiumVersion(chromium))
        process.env.CHROMIUM_PATH = chromium
        return { passed: 0, failed: 0, skipped: 0 }
      } catch (error) {
        console.error(error instanceof Error ? error.message : error)
        return { passed: 0, failed: 1, skipped: 0 }
      }
    },
  },
  {
    title: 'Unit, property, architecture and browser tests',
    in: ['all'],
    run: () => vitest(['node', 'dom', 'slow', ...(chromium ? ['browser'] : [])]),
  },
  { title: 'Production build, within its size budget', id: 'build', in: ['all', 'e2e'], run: () => one(runTool('vite', ['build'])) },
  {
    title: `Production build for ${otherBase}`,
    id: 'build-other-base',
    in: ['all', 'e2e'],
    run: () =>
      one(runTool('vite', ['build', '--outDir', '.cache/other-base', '--emptyOutDir', '--logLevel', 'warn'], { BASE_PATH: otherBase })),
  },
  {
    title: 'End-to-end tests of the built app',
    in: ['all', 'e2e'],
    needs: ['browser', 'build', 'build-other-base'],
    run: playwright,
  },
]

const wanted = process.argv[2] ?? 'all'
const chosen = steps.filter((step) => step.in.some((name) => name === wanted))
if (chosen.length === 0) {
  console.error(`There is no run called "${wanted}": it is all, check or e2e.`)
  process.exit(1)
}
rmSync(reports, { recursive: true, force: true })

/** @type {string[]} */
const summary = []
/** @type {Set<string | undefined>} */
const broken = new Set()
const total = { passed: 0, failed: 0 }

for (const step of chosen) {
  const missing = step.needs?.filter((id) => broken.has(id)) ?? []
  if (missing.length > 0) {
    summary.push(`not run            ${step.title} (needs: ${missing.join(', ')})`)
    continue
  }
  console.log(`\n── ${step.title} ──`)
  const began = performance.now()
  const { passed, failed, skipped, failures = [], unsteady = [] } = await step.run()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (failed > 0) broken.add(step.id)
  total.passed += passed
  total.failed += failed
  const count = passed + failed > 1 ? `: ${passed} passed, ${failed} failed` : ''
  const skips = skipped > 0 ? `, ${skipped} skipped` : ''
  summary.push(`${failed > 0 ? 'FAILED' : 'ok    '} ${seconds.padStart(7)} s  ${step.title}${count}${skips}`)
  // A log may be cut to its end: what failed stands there by name.
  for (const failure of failures.slice(0, 20)) summary.push(`           ✗ ${failure}`)
  for (const test of unsteady) summary.push(`           ~ passed at the second go: ${test}`)
}

console.log(`\n${summary.join('\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
