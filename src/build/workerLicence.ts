import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

/** Ships the licence of a package that only a worker bundles: Vite's own list leaves those out. */
export const workerLicence = (name: string): Plugin => ({
  name: 'hakoniwa:worker-licence',
  apply: 'build',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: `licenses-${name}.txt`, source: await readFile(`node_modules/${name}/LICENSE`, 'utf8') })
  },
})
