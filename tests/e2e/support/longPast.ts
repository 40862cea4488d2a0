import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { gatherFitData } from '../../../src/core/schedule/fitData.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { studyLog, unusualParameters } from '../../helpers/learner.ts'
import { putRows } from './putRows.ts'

const dayMs = 86_400_000

/** The cards, terms and clozes of the real topics that ask facts of their own. */
const links = linksFor(
  Object.fromEntries(
    readdirSync('content', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.en.md'))
      .map((path) => [
        basename(path, '.en.md'),
        [...readFileSync(`content/${path}`, 'utf8').matchAll(/^(?::::card|- .*)\{#([\w-]+)(?: level=\d)?\}$/gm)].map(([, id = '']) => ({
          id,
        })),
      ]),
  ),
)
const past = studyLog(links, unusualParameters, 900)
const data = gatherFitData(links)
data.add(past)
/** How many reviews the long past holds. */
export const reviewsInPast = data.done().reduce((sum, sequence) => sum + sequence.length - 1, 0)

/** How many answers it holds. */
export const answersInPast = past.length

/** Puts that past into the open page's store, its last answer two days ago; the page knows of it once it is opened anew. */
export const putLongPast = (page: Page): Promise<void> => {
  const daysToYesterday = Math.floor((Date.now() - (past.at(-1)?.at ?? 0)) / dayMs) - 1
  return putRows(
    page,
    past.map((event) => ({ ...event, at: event.at + daysToYesterday * dayMs })),
  )
}

/** The settings of someone who has studied for years and is not like most; gives back the part on the memory model. */
export const openWithLongPast = async (page: Page, open: (path: string, start: { lang: 'en' }) => Promise<void>): Promise<Locator> => {
  await open('/settings', { lang: 'en' })
  await putLongPast(page)
  await open('/settings', { lang: 'en' })
  const model = page.getByRole('region', { name: 'Memory model' })
  await expect(model.getByText(`${reviewsInPast} reviews so far`)).toBeVisible()
  return model
}
