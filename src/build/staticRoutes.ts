import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'

export interface StaticRoutesOptions {
  /** Every address of the app that is known at build time, without slashes around it: `topics`, `topics/capabilities`. */
  readonly routes: () => readonly string[] | Promise<readonly string[]>
  /** Addresses with a part that only the reader's device knows, such as `quiz/:attemptId`. */
  readonly parametric?: readonly string[]
}

const segment = /^[a-z0-9][a-z0-9-]*$/
const parameter = /^:[a-zA-Z]+$/

/** A route that could leave the output folder or collide with its files must stop the build, wherever it came from. */
const requireRoute = (route: string, isPart: (part: string) => boolean): string => {
  if (!route.split('/').every(isPart)) throw new Error(`Not a route: "${route}"`)
  return route
}

/**
 * Makes links into the app work on any static host. Hosts that know only files
 * find `topics/index.html` under `/topics` and answer 200; whatever else they
 * answer with `404.html`, which is the app too and shows what is wrong.
 * Parametric routes stand in `_redirects`, which several hosts (and `npm start`) read.
 */
export const staticRoutes = ({ routes, parametric = [] }: StaticRoutesOptions): Plugin => {
  let base = '/'
  return {
    name: 'hakoniwa:static-routes',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler(output) {
        const dir = resolve(output.dir ?? 'dist')
        const page = join(dir, 'index.html')
        const known = (await routes()).map((route) => requireRoute(route, (part) => segment.test(part)))
        for (const target of ['404.html', ...known.map((route) => `${route}/index.html`)]) {
          await mkdir(dirname(join(dir, target)), { recursive: true })
          await copyFile(page, join(dir, target))
        }
        const rewrites = parametric
          .map((route) => requireRoute(route, (part) => segment.test(part) || parameter.test(part)))
          .map((route) => `${base}${route} ${base}index.html 200\n`)
        if (rewrites.length > 0) await writeFile(join(dir, '_redirects'), rewrites.join(''))
      },
    },
  }
}
