import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer, type ViteDevServer } from 'vite'
import { content } from '../../src/build/content/contentPlugin.ts'
import { expect, test } from './support/test.ts'

// What an author sees in the browser while writing: a development server on a copy of the content.
let folder: string
let cacheDir: string
let server: ViteDevServer
let address: string
/** The whole catalogue is compiled first, beside whatever else the machine does. */
const timeout = 90_000

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hakoniwa-content-'))
  cacheDir = await mkdtemp(join(tmpdir(), 'hakoniwa-cache-'))
  await cp('content', folder, { recursive: true })
  server = await createServer({
    configFile: false,
    root: process.cwd(),
    cacheDir,
    logLevel: 'silent',
    plugins: [content(folder), react()],
    server: { port: 0, host: 'localhost' },
  })
  await server.listen()
  address = server.resolvedUrls?.local[0] ?? ''
})

test.afterAll(async () => {
  await server.close()
  await Promise.all([folder, cacheDir].map((path) => rm(path, { recursive: true, force: true })))
})

test('an author sees a mistake over the page with its line, and the mended text without a reload by hand', async ({ page, watch }) => {
  test.setTimeout(5 * 60_000)
  const file = join(folder, 'security', 'capabilities.en.md')
  const good = await readFile(file, 'utf8')
  const heading = '## What do the five Cap rows mean? {#masks}'
  expect(good).toContain(heading)
  const line = good.slice(0, good.indexOf(heading)).split('\n').length

  await page.goto(`${address}topics/capabilities?lang=en`)
  await expect(page.getByRole('heading', { name: 'What do the five Cap rows mean?' })).toBeVisible({ timeout })

  await writeFile(file, good.replace(heading, heading.replace('{#masks}', '｛#masks｝')))
  const overlay = page.locator('vite-error-overlay')
  await expect(overlay).toBeVisible({ timeout })
  await expect(overlay).toContainText(`capabilities.en.md:${line}:`)

  await writeFile(file, good.replace(heading, '## What do these five rows mean? {#masks}'))
  await expect(overlay).toBeHidden({ timeout })
  await expect(page.getByRole('heading', { name: 'What do these five rows mean?' })).toBeVisible({ timeout })

  // The copy is served by another server than the one whose origin the watch knows.
  watch.takeFaults()
})
