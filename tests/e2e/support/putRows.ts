import type { Page } from '@playwright/test'

/** Puts rows into the app's own store, as another program or a newer version would. */
export const putRows = (page: Page, rows: readonly object[]): Promise<void> =>
  page.evaluate(
    (added) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('hakoniwa')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const tx = opening.result.transaction('tail', 'readwrite')
          for (const row of added) tx.objectStore('tail').add(row)
          tx.onerror = () => reject(tx.error)
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    rows,
  )
