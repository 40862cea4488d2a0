import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { staticServer } from '../../scripts/staticServer.mjs'

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

let folder = ''
let server: Server | undefined
let port = 0

/** `path` goes out as it is: a client that tidies `..` away could not show that the server does. */
const ask = (path: string, { method = 'GET', accept = 'text/html' } = {}) =>
  new Promise<Answer>((done, broken) => {
    request({ port, path, method, headers: { accept } }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part
      })
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }))
    })
      .on('error', broken)
      .end()
  })

const serve = async (base: string) => {
  const started = staticServer({ dir: join(folder, 'dist'), base })
  await new Promise<void>((listening) => started.listen(0, listening))
  server = started
  const address = started.address()
  port = typeof address === 'object' && address ? address.port : 0
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hakoniwa-'))
  for (const path of ['dist/assets', 'dist/topics', 'dist-secret']) await mkdir(join(folder, path), { recursive: true })
  const files = {
    'secret.txt': 'secret',
    'dist-secret/secret.txt': 'secret',
    'dist/index.html': 'home',
    'dist/404.html': 'missing',
    'dist/topics/index.html': 'topics',
    'dist/assets/app-1a2b.js': 'app()',
    'dist/_redirects': '/quiz/:attemptId /index.html 200\n',
  }
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text)
})
afterEach(async () => {
  server?.close()
  // Else it would wait for the connections that the client keeps open.
  server?.closeAllConnections()
  server = undefined
  await rm(folder, { recursive: true, force: true })
})

describe('the static server', () => {
  it.each([
    ['/', 200, 'home'],
    ['/?lang=ja', 200, 'home'],
    ['/topics', 200, 'topics'],
    ['/topics/', 200, 'topics'],
    ['/quiz/01-ab', 200, 'home'],
    ['/quiz/01-ab/deeper', 404, 'missing'],
    ['/nowhere', 404, 'missing'],
    ['/topics/nowhere', 404, 'missing'],
    ['/assets', 404, 'missing'],
  ])('answers %s with %i', async (path, status, body) => {
    await serve('/')
    expect(await ask(path)).toMatchObject({ status, body })
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/topics/../../secret.txt',
    '/../dist-secret/secret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%zz',
  ])('gives nothing outside the folder for %s', async (path) => {
    await serve('/')
    const { status, body } = await ask(path)
    expect(status).toBe(400)
    expect(body).not.toContain('secret')
  })

  it('lets browsers keep hashed files for good and ask for pages each time', async () => {
    await serve('/')
    expect((await ask('/assets/app-1a2b.js')).headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    })
    expect((await ask('/topics')).headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' })
  })

  it('answers a missing script with plain text, not with a page', async () => {
    await serve('/')
    const { status, headers } = await ask('/assets/gone.js', { accept: '*/*' })
    expect(status).toBe(404)
    expect(headers['content-type']).toContain('text/plain')
  })

  it('sends no body for HEAD and refuses to be written to', async () => {
    await serve('/')
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '', headers: { 'content-length': '4' } })
    expect(await ask('/', { method: 'POST' })).toMatchObject({ status: 405 })
  })

  it('serves below a base path only', async () => {
    await serve('/study/')
    expect(await ask('/study/topics')).toMatchObject({ status: 200, body: 'topics' })
    expect(await ask('/study')).toMatchObject({ status: 301, headers: { location: '/study/' } })
    expect(await ask('/topics')).toMatchObject({ status: 404 })
  })
})
