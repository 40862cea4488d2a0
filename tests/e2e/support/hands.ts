import type { Locator, Page } from '@playwright/test'

/** How a person acts on a control: with the mouse, with a finger, or by keyboard alone. */
export interface Hands {
  readonly press: (control: Locator) => Promise<void>
  /** Brings the focus to a control without acting on it. */
  readonly reach: (control: Locator) => Promise<void>
  readonly byKeyboard: boolean
}

const isFocused = (control: Locator): Promise<boolean> => control.evaluate((element) => element === document.activeElement)

export const handsOf = (page: Page, byKeyboard: boolean): Hands => {
  const reach = async (control: Locator): Promise<void> => {
    await control.waitFor()
    if (!byKeyboard) {
      await control.focus()
      return
    }
    // As far as a page has stops; more means that Tab is caught or never gets there.
    for (let presses = 0; presses < 250; presses += 1) {
      if (await isFocused(control)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${control}`)
  }
  return {
    byKeyboard,
    reach,
    press: async (control) => {
      if (!byKeyboard) {
        await control.click()
        return
      }
      await reach(control)
      await page.keyboard.press('Enter')
    },
  }
}

/** Of a page that is touched. */
export const fingersOn = (): Hands => ({ press: (control) => control.tap(), reach: (control) => control.tap(), byKeyboard: false })
