import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SizeBudgetOptions, sizeBudget } from '../../src/build/sizeBudget.ts'

/** Text that gzip cannot shrink below about half: digits of a multiplicative sequence. */
const noise = (characters: number): string => {
  let state = 1
  let text = ''
  while (text.length < characters) {
    state = (state * 48_271) % 2_147_483_647
    text += state.toString(36)
  }
  return text.slice(0, characters)
}

const sources = {
  'index.html': '<!doctype html><script type="module" src="/entry.js"></script>',
  'entry.js': `import './entry.css'\nimport { shared } from './shared.js'\nconsole.log(shared, ${JSON.stringify(noise(3000))})\nimport('./today.js')\nimport('./rare.js')`,
  'shared.js': `export const shared = 1`,
  'today.js': `import './today.css'\nexport const today = ${JSON.stringify(noise(5000))}`,
  'rare.js': `export const rare = ${JSON.stringify(noise(50_000))}`,
  'entry.css': 'a{color:red}',
  'today.css': `a::after{content:"${noise(4000)}"}`,
}

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hakoniwa-'))
  for (const [path, text] of Object.entries(sources)) await writeFile(join(root, path), text)
})
afterEach(() => rm(root, { recursive: true, force: true }))

const buildWith = (options: SizeBudgetOptions) =>
  build({ root, configFile: false, logLevel: 'silent', build: { modulePreload: { polyfill: false } }, plugins: [sizeBudget(options)] })

describe('the size budget', () => {
  it('lets a build pass whose late chunks alone are heavy', async () => {
    await expect(buildWith({ initialJs: 5000, initialCss: 1000 })).resolves.toBeDefined()
  })

  it('fails a build whose entry is too heavy', async () => {
    await expect(buildWith({ initialJs: 1000, initialCss: 1000 })).rejects.toThrow(/JavaScript \d+ of 1000 bytes/)
  })

  it('counts a dynamic import that is always loaded, and its styles', async () => {
    const options = { initialJs: 5000, initialCss: 1000, alwaysLoaded: ['today.js'] }
    await expect(buildWith(options)).rejects.toThrow(/JavaScript \d+ of 5000 bytes, CSS \d+ of 1000 bytes/)
  })

  it('fails when what is always loaded is no chunk of its own', async () => {
    await expect(buildWith({ initialJs: 5000, initialCss: 1000, alwaysLoaded: ['gone.js'] })).rejects.toThrow('"gone.js"')
  })
})
