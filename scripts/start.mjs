/**
 * Builds the app, serves it and prints its address: `npm start`.
 *
 *   PORT       the port to try first (4173; 0 takes any free one)
 *   HOST       the address to listen on (localhost)
 *   BASE_PATH  the path under which the app lives (/)
 *   --no-build       serve what is built already
 *   --dir FOLDER     the folder that holds it (dist)
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runTool } from './runTool.mjs'
import { staticServer } from './staticServer.mjs'

const { values } = parseArgs({ options: { 'no-build': { type: 'boolean' }, dir: { type: 'string', default: 'dist' } } })
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/')
const host = process.env.HOST ?? 'localhost'
const wished = Number(process.env.PORT ?? 4173)

const fail = (/** @type {string} */ sentence) => {
  console.error(sentence)
  process.exit(1)
}

if (!Number.isInteger(wished) || wished < 0 || wished > 65_535) fail(`PORT is ${process.env.PORT}; it must be a number from 0 to 65535.`)
if (!values['no-build']) {
  const status = await runTool('vite', ['build', '--outDir', values.dir, '--emptyOutDir'])
  if (status !== 0) fail('The build failed; its report is above.')
}
if (!existsSync(join(values.dir, 'index.html'))) fail(`There is no built app in ${values.dir}/; run without --no-build.`)

const server = staticServer({ dir: values.dir, base })

/** @param {number} port @param {number} triesLeft */
const listen = (port, triesLeft) => {
  server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code !== 'EADDRINUSE' || triesLeft === 0 || port === 65_535) fail(`Cannot listen on ${host}:${port} (${error.message}).`)
    console.log(`Port ${port} is taken, trying ${port + 1}.`)
    listen(port + 1, triesLeft - 1)
  })
  server.listen(port, host)
}

server.once('listening', () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : wished
  console.log(`Hakoniwa: http://${host.includes(':') ? `[${host}]` : host}:${port}${base}`)
})
listen(wished, 20)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close(() => process.exit(0))
    server.closeAllConnections()
  })
}
