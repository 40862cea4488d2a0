import type { Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'
import { schemes, widths } from './screens.ts'
import { expect } from './test.ts'

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // What is in order is not listed: most of the time would go into that list.
  resultTypes: ['violations'],
}

/** What axe holds against the page as it stands, by WCAG 2.2 A and AA: one line an element, with the rule and where it is. */
export const axeViolations = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}

/** Looks at the page as it stands at each width and in both themes, without loading it anew; `look` says which it is. */
export const inEachLook = async (page: Page, atWidths: readonly number[], check: (look: string) => Promise<void>): Promise<void> => {
  for (const width of atWidths) {
    await page.setViewportSize({ width, height: 900 })
    for (const scheme of schemes) {
      // A colour on its way to the other theme would be none of either.
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await check(`${scheme}, at ${width} px`)
    }
  }
}

/** Expects axe to find nothing on the page as it stands, at each width and in both themes. */
export const expectNothingByAxe = (page: Page, state: string, atWidths: readonly number[] = widths): Promise<void> =>
  inEachLook(page, atWidths, async (look) => {
    expect(await axeViolations(page), `${state}, ${look}`).toEqual([])
  })
