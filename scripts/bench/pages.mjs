/** What the pages of the app cost, driven as a person does and measured in the page itself. */

/** So many that the slowest of a hundred is not the slowest of all. */
const gradeCount = 320
/** The first ones compile what the others run. */
const warmUp = 20

/**
 * Grades cards by keyboard, so that they count. `work`: from the key to the end of what it
 * sets off before anything else can run, scripts, style and layout, with the next card in
 * place; `frame`: to the frame in which it is.
 * @param {import('@playwright/test').Page} page @param {string} url
 */
export const grades = async (page, url) => {
  await page.goto(`${url}flashcards/capabilities`)
  await page.locator('.card').waitFor()
  // So that the grades count; on the box itself, Space would take the tick away.
  await page.getByRole('checkbox').check()
  await page.getByRole('checkbox').blur()
  await page.evaluate(() => {
    /** @type {{ work: number[], frame: number[] }} */
    const took = { work: [], frame: [] }
    Object.assign(window, { took })
    let began = 0
    const place = () => document.querySelector('.sbar progress')?.getAttribute('value')
    /** @type {string | null | undefined} */
    let before
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== '3') return
        before = place()
        began = performance.now()
        requestAnimationFrame(() => setTimeout(() => took.frame.push(performance.now() - began)))
      },
      { capture: true },
    )
    // Comes after the app's own listener, and so after what React does at the end of it: no timer's delay is counted.
    window.addEventListener('keydown', ({ key }) => {
      if (key !== '3') return
      document.body.getBoundingClientRect()
      const work = performance.now() - began
      if (place() === before) throw new Error('The next card was not there at the end of the key.')
      took.work.push(work)
    })
  })
  for (let graded = 0; graded < warmUp + gradeCount; graded += 1) {
    await page.keyboard.press(' ')
    await page.keyboard.press('3')
    await page.waitForTimeout(20)
  }
  /** @type {{ work: number[], frame: number[] }} */
  const took = await page.evaluate(() => Reflect.get(window, 'took'))
  if (took.work.length < warmUp + gradeCount) throw new Error(`Only ${took.work.length} cards could be graded.`)
  return { work: took.work.slice(warmUp), frame: took.frame.slice(warmUp) }
}

const visits = 40
const longestMs = 10_000

/** The lists of what was taken before: from which screen, by which link, and what stands in the list. */
export const pastLists = {
  quiz: { from: 'topics', way: 'nav a[href$="/quiz"]', row: '.rowlist a[href*="/quiz/"]' },
  exam: { from: 'quiz', way: 'main a[href$="/exam"]', row: '.rowlist a[href*="/exam/"]' },
}

/**
 * Milliseconds from the click on the way to a list of what was taken to the laid-out list, each
 * visit; the first, which fetches the screen's script, is left out. Rejects when a list does not come.
 * @param {import('@playwright/test').Page} page @param {string} url @param {{ from: string, way: string, row: string }} list
 * @returns {Promise<number[]>}
 */
export const pastList = async (page, url, { from, way, row }) => {
  await page.goto(`${url}${from}`)
  const link = page.locator(way).first()
  /** @type {number[]} */
  const took = []
  for (let visit = 0; visit <= visits; visit += 1) {
    await link.waitFor()
    took.push(
      await link.evaluate(
        (element, { row, longestMs }) =>
          new Promise((resolve, reject) => {
            const began = performance.now()
            const watch = new MutationObserver(() => {
              if (document.querySelector(row) === null) return
              watch.disconnect()
              clearTimeout(timer)
              document.body.getBoundingClientRect()
              resolve(performance.now() - began)
            })
            const timer = setTimeout(() => {
              watch.disconnect()
              reject(new Error(`Nothing fits ${row} after ${longestMs} ms.`))
            }, longestMs)
            watch.observe(document.body, { childList: true, subtree: true })
            if (element instanceof HTMLElement) element.click()
          }),
        { row, longestMs },
      ),
    )
    await page.locator(`nav a[href$="/${from}"]`).first().click()
    await page.locator(row).first().waitFor({ state: 'detached', timeout: longestMs })
    await page.waitForTimeout(20)
  }
  return took.slice(1)
}
