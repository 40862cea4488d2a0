/**
 * Makes the pictures of the README again, from the built app:
 *
 *   npm run build && npm run screenshots
 */
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { chromiumArgs, ensureChromium } from './browser.mjs'
import { staticServer } from './staticServer.mjs'

const folder = 'docs'
const size = { width: 1280, height: 860 }

const server = staticServer({ dir: 'dist', base: '/' }).listen(0, 'localhost')
await once(server, 'listening')
const address = server.address()
const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}/`
const browser = await chromium.launch({ executablePath: ensureChromium(console.log), args: chromiumArgs })
try {
  await mkdir(folder, { recursive: true })

  const ja = await browser.newPage({ viewport: size, colorScheme: 'light' })
  await ja.goto(new URL('topics/capabilities?lang=ja', url).href)
  await ja.locator('.prose h2').first().waitFor()
  await ja.screenshot({ path: `${folder}/topic-ja.png` })

  const en = await browser.newPage({ viewport: size, colorScheme: 'light' })
  await en.goto(new URL('quiz?lang=en', url).href)
  await en.locator('.builder').waitFor()
  // An attempt of one question, as the quiz builder would have put it into the log.
  await en.evaluate(
    (started) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('hakoniwa')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const adding = opening.result.transaction('tail', 'readwrite').objectStore('tail').add(started)
          adding.onerror = () => reject(adding.error)
          adding.onsuccess = () => {
            opening.result.close()
            resolve(undefined)
          }
        }
      }),
    {
      kind: 'attemptStarted',
      id: 'picture',
      at: Date.now(),
      offsetMin: 0,
      device: 'picture',
      attempt: 'picture',
      topics: ['capabilities'],
      items: ['capabilities/how-was-it-started'],
      seed: 4,
    },
  )
  await en.goto(new URL('quiz/picture', url).href)
  await en.locator('.opt input').nth(2).check()
  await en.locator('.quizbar > .btn').click()
  await en.locator('.verdict').waitFor()
  await en.screenshot({ path: `${folder}/quiz-en.png` })
} finally {
  await browser.close()
  server.close()
}
