import { createStore } from 'zustand'
import { type Lang, langs } from '../core/content/types.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export interface Settings {
  /** `null` until the learner chose one; the browser's language decides till then. */
  readonly lang: Lang | null
  readonly theme: Theme
}
export interface SettingsState extends Settings {
  setLang(lang: Lang): void
  setTheme(theme: Theme): void
}

/** Where settings are kept; `localStorage` in the app. Either call may throw (private mode, storage full). */
export interface SettingsShelf {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

/** `public/boot.js` reads the same key before anything is painted. */
export const settingsKey = 'hakoniwa.settings'

/** Settings live for one device and are not history; what cannot be read counts as not set. */
export const createSettingsStore = (shelf: SettingsShelf) =>
  createStore<SettingsState>()((set, get) => {
    const keep = (change: Partial<Settings>): void => {
      set(change)
      const { lang, theme } = get()
      try {
        shelf.setItem(settingsKey, JSON.stringify({ version: 1, lang, theme }))
      } catch {
        // A browser that stores nothing still obeys the choice until the page is closed.
      }
    }
    return {
      ...readSettings(shelf),
      setLang: (lang) => keep({ lang }),
      setTheme: (theme) => keep({ theme }),
    }
  })

const readSettings = (shelf: SettingsShelf): Settings => {
  try {
    const stored: unknown = JSON.parse(shelf.getItem(settingsKey) ?? 'null')
    if (typeof stored === 'object' && stored !== null && 'version' in stored && stored.version === 1) {
      const has = (name: string, value: string): boolean => new Map<string, unknown>(Object.entries(stored)).get(name) === value
      return { lang: langs.find((each) => has('lang', each)) ?? null, theme: themes.find((each) => has('theme', each)) ?? 'system' }
    }
  } catch {
    // Unreadable or refused by the browser: the defaults hold.
  }
  return { lang: null, theme: 'system' }
}

export type SettingsStore = ReturnType<typeof createSettingsStore>
