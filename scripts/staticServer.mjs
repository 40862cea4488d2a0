/** A static web server of the size that one built app needs: what `npm start` and the end-to-end tests serve from. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'

/** @type {Record<string, string>} */
const typeOf = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** @param {string} path */
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true

/**
 * The addresses that the build declares in `_redirects` as pages of the app
 * though no file lies there, such as `/quiz/:attemptId`.
 * @param {string} dir
 * @returns {RegExp[]}
 */
const appRoutes = (dir) => {
  const file = join(dir, '_redirects')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([from, , status]) => from !== undefined && status === '200')
    .map(([from = '']) => new RegExp(`^${from.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`))
}

/**
 * What lies at an address: a file and the status to send it with, or only a status.
 * @param {{ dir: string, base: string, routes: RegExp[] }} site
 * @param {string} address the path of the request, still percent-encoded
 * @returns {{ status: number, file?: string, location?: string }}
 */
const locate = ({ dir, base, routes }, address) => {
  let path
  try {
    path = decodeURIComponent(address)
  } catch {
    return { status: 400 }
  }
  if (path.includes('\0') || path.includes('\\')) return { status: 400 }
  if (`${path}/` === base) return { status: 301, location: base }
  if (!path.startsWith(base)) return { status: 404 }
  const target = resolve(dir, `./${path.slice(base.length)}`)
  if (target !== dir && !target.startsWith(dir + sep)) return { status: 400 }
  if (isFile(target)) return { status: 200, file: target }
  if (isFile(join(target, 'index.html'))) return { status: 200, file: join(target, 'index.html') }
  if (routes.some((route) => route.test(path))) return { status: 200, file: join(dir, 'index.html') }
  return { status: 404, file: join(dir, '404.html') }
}

/**
 * A server of the built app in `dir`, not yet listening.
 * @param {{ dir: string, base: string }} options `base` begins and ends with a slash
 */
export const staticServer = ({ dir, base }) => {
  const site = { dir: resolve(dir), base, routes: appRoutes(dir) }
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    // Not `new URL`: it would fold `..` away before the check below sees it.
    const address = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
    const { status, file, location } = locate(site, address)
    if (location) {
      response.writeHead(status, { Location: location }).end()
      return
    }
    const missingAsset = status === 404 && !(request.headers.accept ?? '*/*').includes('text/html')
    if (!file || missingAsset || !isFile(file)) {
      response
        .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end(status === 404 ? `Nothing is here. The app lives at ${base}\n` : 'Bad request\n')
      return
    }
    // Files in assets/ carry a hash of their content in the name, so they never change.
    const hashed = file.startsWith(join(site.dir, 'assets') + sep)
    response.writeHead(status, {
      'Content-Type': typeOf[extname(file)] ?? 'application/octet-stream',
      'Content-Length': statSync(file).size,
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    })
    if (request.method === 'HEAD') response.end()
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response)
  })
}
