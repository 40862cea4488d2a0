import { defineConfig } from '@playwright/test'
import { chromiumArgs, findChromium } from './scripts/browser.mjs'

const executablePath = findChromium()

/** Each server takes a free port and its line tells which, so that a run never meets what another checkout serves. */
const served = (dir: string, base: string, port: RegExp) => ({
  command: `node scripts/start.mjs --no-build --dir ${dir}`,
  env: { PORT: '0', HOST: 'localhost', BASE_PATH: base },
  wait: { stdout: port },
  reuseExistingServer: false,
})

const otherBaseTests = /otherBase\.spec\.ts$/

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // What fails once and then passes is named in the summary (`scripts/test.mjs`).
  retries: 1,
  workers: 2,
  timeout: 60_000,
  globalTimeout: 18 * 60_000,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: [
    served('dist', '/', /http:\/\/localhost:(?<app_port>\d+)\/$/m),
    served('.cache/other-base', '/study/hakoniwa/', /http:\/\/localhost:(?<other_base_port>\d+)\/study\/hakoniwa\/$/m),
  ],
  projects: [
    { name: 'app', testIgnore: otherBaseTests, use: { baseURL: `http://localhost:${process.env.APP_PORT}/` } },
    { name: 'other base', testMatch: otherBaseTests, use: { baseURL: `http://localhost:${process.env.OTHER_BASE_PORT}/study/hakoniwa/` } },
  ],
})
