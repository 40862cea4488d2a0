/**
 * Runs a TypeScript script on a Node that cannot read TypeScript itself:
 *
 *   node scripts/run.mjs scripts/contentCheck.ts --json
 *
 * The script sees its own path and arguments in `process.argv`, as if Node had been given it.
 */
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [script, ...args] = process.argv.slice(2)
if (script === undefined) {
  console.error('Which script? node scripts/run.mjs scripts/contentCheck.ts …')
  process.exit(1)
}
const path = resolve(script)
// A reader that has seen enough (`| head`) closes the pipe, and that is no failure.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
process.argv = [process.execPath, path, ...args]
try {
  await runnerImport(path, { configFile: false, logLevel: 'error' })
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
