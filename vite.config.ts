/// <reference types="vitest/config" />
import './scripts/node20.mjs'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vite'
import { chromiumArgs, findChromium } from './scripts/browser.mjs'
import { content, contentRoutes } from './src/build/content/contentPlugin.ts'
import { sizeBudget } from './src/build/sizeBudget.ts'
import { staticRoutes } from './src/build/staticRoutes.ts'
import { workerLicence } from './src/build/workerLicence.ts'

const executablePath = findChromium()
const browserTests = ['tests/**/*.browser.test.{ts,tsx}']
/** Hostile input and whole commands: seconds each, so `npm run check` leaves them to `npm test`. */
const slowTests = ['tests/**/*.slow.test.ts']
const domTests = ['tests/**/*.dom.test.{ts,tsx}']

export default defineConfig({
  base: `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/'),
  plugins: [
    content('content'),
    react(),
    staticRoutes({
      routes: async () => [
        'topics',
        'flashcards',
        'review',
        'quiz',
        'exam',
        'weak',
        'weak/drill',
        'leeches',
        'progress',
        'history',
        'settings',
        ...(await contentRoutes('content')()),
      ],
      parametric: ['quiz/:attemptId', 'exam/:attemptId'],
    }),
    workerLicence('fsrs-browser'),
    // Exactly one language's texts are loaded at once; the larger file stands for either.
    sizeBudget({ initialJs: 130_000, initialCss: 20_000, alwaysLoaded: ['src/i18n/locales/ja.json'] }),
  ],
  build: { target: 'es2023', license: { fileName: 'licenses.md' }, modulePreload: { polyfill: false }, reportCompressedSize: false },
  worker: { format: 'es' },
  // It finds its WebAssembly beside its own file, which bundling beforehand would move.
  optimizeDeps: { exclude: ['fsrs-browser'] },
  test: {
    maxWorkers: '100%',
    // Only what hangs runs into these: how fast something is, the benchmarks say.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          // Pure code: no test leaves anything behind that another could meet.
          isolate: false,
          environment: 'node',
          setupFiles: ['tests/helpers/seed.ts'],
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...browserTests, ...domTests, ...slowTests, 'tests/e2e/**'],
        },
      },
      {
        extends: true,
        test: { name: 'slow', environment: 'node', setupFiles: ['tests/helpers/seed.ts'], include: slowTests },
      },
      {
        extends: true,
        test: { name: 'dom', environment: 'jsdom', include: domTests, setupFiles: ['tests/helpers/seed.ts'] },
      },
      {
        extends: true,
        // Known beforehand, or the first run finds it late and reloads the tests under way.
        optimizeDeps: { include: ['idb', 'zustand', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'] },
        test: {
          name: 'browser',
          include: browserTests,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
