import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const modules = new URL('../node_modules/', import.meta.url)

/** Where the command's name is not the package's. @type {Record<string, string>} */
const packageOf = { biome: '@biomejs/biome', playwright: '@playwright/test', tsc: 'typescript' }

/** The script behind a command that a development dependency installs, so that it runs without a shell. @param {string} tool */
const scriptOf = (tool) => {
  const folder = new URL(`${packageOf[tool] ?? tool}/`, modules)
  const { bin } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
  return fileURLToPath(new URL(typeof bin === 'string' ? bin : bin[tool], folder))
}

/**
 * Runs a script with this Node, its output straight to the terminal.
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the present environment
 * @returns {Promise<number>} the exit code; 1 if a signal ended it
 */
export const runScript = (script, args, env = {}) =>
  new Promise((done, broken) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
    child.once('error', broken)
    child.once('close', (code) => done(code ?? 1))
  })

/**
 * Runs the command of a development dependency; as `runScript`.
 * @param {string} tool
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export const runTool = (tool, args, env) => runScript(scriptOf(tool), args, env)
