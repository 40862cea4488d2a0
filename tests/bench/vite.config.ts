import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { content } from '../../src/build/content/contentPlugin.ts'

/** The page that `npm run bench` drives. */
export default defineConfig({
  plugins: [content(resolve('content'))],
  build: { target: 'es2023', modulePreload: { polyfill: false }, rolldownOptions: { input: resolve('tests/bench/page.html') } },
  worker: { format: 'es' },
})
