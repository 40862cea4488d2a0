import { createStore } from 'zustand'
import { type Lang, langs } from '../core/content/types.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export interface Settings {
  /** `null` until the learner chose one; the browser's language decides till then. */
  readonly lang: Lang | null
  readonly theme: Theme
  /** What a quiz was last asked to be, as its address has it. */
  readonly quiz: string
}
export interface SettingsState extends Settings {
  setLang(lang: Lang): void
  setTheme(theme: Theme): void
  setQuiz(quiz: string): void
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
      const { lang, theme, quiz } = get()
      try {
        shelf.setItem(settingsKey, JSON.stringify({ version: 1, lang, theme, quiz: quiz || undefined }))
      } catch {
        // A browser that stores nothing still obeys the choice until the page is closed.
      }
    }
    return {
      ...readSettings(shelf),
      setLang: (lang) => keep({ lang }),
      setTheme: (theme) => keep({ theme }),
      setQuiz: (quiz) => keep({ quiz }),
    }
  })

const readSettings = (shelf: SettingsShelf): Settings => {
  try {
    const stored: unknown = JSON.parse(shelf.getItem(settingsKey) ?? 'null')
    if (typeof stored === 'object' && stored !== null && 'version' in stored && stored.version === 1) {
      const values = new Map<string, unknown>(Object.entries(stored))
      const has = (name: string, value: string): boolean => values.get(name) === value
      const quiz = values.get('quiz')
      return {
        lang: langs.find((each) => has('lang', each)) ?? null,
        theme: themes.find((each) => has('theme', each)) ?? 'system',
        quiz: typeof quiz === 'string' ? quiz : '',
      }
    }
  } catch {
    // Unreadable or refused by the browser: the defaults hold.
  }
  return { lang: null, theme: 'system', quiz: '' }
}

export type SettingsStore = ReturnType<typeof createSettingsStore>
