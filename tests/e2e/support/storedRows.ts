import { expect, type Page } from '@playwright/test'

/** Every row in the app's own database that is not packed yet (the newest 512 at least), as it was stored. */
export const storedRows = (page: Page): Promise<unknown[]> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('hakoniwa')
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => resolve(opening.result)
    })
    const all = (name: string): Promise<unknown[]> =>
      new Promise((resolve, reject) => {
        const reading = database.transaction(name).objectStore(name).getAll()
        reading.onerror = () => reject(reading.error)
        reading.onsuccess = () => resolve(reading.result)
      })
    try {
      return await all('tail')
    } finally {
      database.close()
    }
  })

/** Waits until the database holds as many rows: what is on screen may still be on its way there, and a reload would overtake it. */
export const untilStored = (page: Page, rows: number): Promise<void> =>
  expect.poll(async () => (await storedRows(page)).length, 'rows in the database').toBe(rows)
