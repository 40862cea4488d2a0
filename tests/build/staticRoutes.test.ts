import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type StaticRoutesOptions, staticRoutes } from '../../src/build/staticRoutes.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hakoniwa-'))
  await writeFile(join(root, 'index.html'), '<!doctype html><title>App</title>')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const buildWith = (options: StaticRoutesOptions, base = '/') =>
  build({ root, base, configFile: false, logLevel: 'silent', plugins: [staticRoutes(options)] })
const built = (path: string) => readFile(join(root, 'dist', path), 'utf8')

describe('static routes', () => {
  it('lays the page under every known route and under 404.html', async () => {
    await buildWith({ routes: async () => ['topics', 'topics/capabilities'] })
    const page = await built('index.html')
    expect(page).toContain('<title>App</title>')
    for (const path of ['404.html', 'topics/index.html', 'topics/capabilities/index.html']) expect(await built(path)).toBe(page)
  })

  it('declares parametric routes below the base path', async () => {
    await buildWith({ routes: () => [], parametric: ['quiz/:attemptId'] }, '/study/')
    expect(await built('_redirects')).toBe('/study/quiz/:attemptId /study/index.html 200\n')
  })

  it.each(['../outside', '/absolute', 'topics//x', 'Topics', ''])('fails the build on %j, which is no route', async (route) => {
    await expect(buildWith({ routes: () => [route] })).rejects.toThrow(`Not a route: "${route}"`)
  })
})
