/**
 * The Chromium that the browser and end-to-end tests run in: an installed one if
 * there is one, else the distribution's package, else the one Playwright downloads.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const isRoot = () => process.getuid?.() === 0

/** @param {string} command */
const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined

/** Playwright's own Chromium, if it has been downloaded. */
const playwrights = () => {
  const { chromium } = createRequire(import.meta.url)('@playwright/test')
  return chromium.executablePath()
}

/**
 * The path of a Chromium on this machine, or undefined. `CHROMIUM_PATH` wins,
 * so that another build can be tried.
 * @returns {string | undefined}
 */
export const findChromium = () => {
  const wished = process.env.CHROMIUM_PATH
  if (wished) return wished
  const found = installed.find((path) => existsSync(path))
  if (found) return found
  const own = playwrights()
  return own && existsSync(own) ? own : undefined
}

/** Switches for a quiet Chromium: nothing it does by itself may reach the network and be taken for the app's doing. */
export const chromiumArgs = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Whether text in Japanese would show as text and not as empty boxes; undefined where fontconfig cannot be asked. */
const hasJapaneseFont = () => {
  const list = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' })
  return list.error ? undefined : list.stdout.trim() !== ''
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {(line: string) => void} say
 */
const run = (command, args, say) => {
  say(`$ ${[command, ...args].join(' ')}`)
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

/**
 * @param {string[]} packages
 * @param {(line: string) => void} say
 */
const aptInstall = (packages, say) => {
  // A stale package list is often good enough, so a failing update does not end the attempt.
  run('apt-get', ['update'], say)
  return run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], say)
}

/**
 * Finds a Chromium or installs one, and a Japanese font with it where that is
 * possible. Throws with one sentence for the reader when there is none to be had.
 * @param {(line: string) => void} say
 * @returns {string} the path of the executable
 */
export const ensureChromium = (say) => {
  const apt = isRoot() && has('apt-get')
  let path = findChromium()
  if (path && !existsSync(path)) throw new Error(`CHROMIUM_PATH names ${path}, and there is no such file.`)
  if (path) say(`Chromium: ${path}`)
  else if (apt) {
    say('No Chromium found: installing the distribution’s package.')
    aptInstall(['chromium', 'fonts-noto-cjk'], say)
    path = findChromium()
  }
  if (!path) {
    say('No Chromium found: asking Playwright to download its own.')
    run('npx', ['playwright', 'install', 'chromium'], say)
    path = findChromium()
  }
  if (!path) {
    throw new Error(
      'No Chromium was found and none could be installed: install Chromium, Chrome or Edge and run the tests again, or set CHROMIUM_PATH to its executable.',
    )
  }
  if (hasJapaneseFont() === false) {
    if (apt) aptInstall(['fonts-noto-cjk'], say)
    if (hasJapaneseFont() === false) say('No Japanese font is installed: the tests run, but pictures of Japanese pages show empty boxes.')
  }
  return path
}

/** The version that the executable reports, for the record of a test run. @param {string} path */
export const chromiumVersion = (path) => {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'unknown version'
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(chromiumVersion(ensureChromium(console.log)))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
