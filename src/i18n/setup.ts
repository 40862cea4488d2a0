import i18next, { type BackendModule, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Lang } from '../core/content/types.ts'
import type frame from './locales/en.json'
import type settings from './locales/en.settings.json'
import type study from './locales/en.study.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: { app: typeof frame & typeof study & typeof settings }
  }
}

type Bundles = Readonly<Record<Lang, () => Promise<{ default: object }>>>
/** What stands around every screen and on a first visit, which waits for it. */
const frameTexts: Bundles = {
  ja: () => import('./locales/ja.json'),
  en: () => import('./locales/en.json'),
}
/** What is fetched when a screen needs it. */
const laterTexts = {
  /** What all screens say that are not the first visit. */
  study: {
    ja: () => import('./locales/ja.study.json'),
    en: () => import('./locales/en.study.json'),
  },
  /** What the settings alone say. */
  settings: {
    ja: () => import('./locales/ja.settings.json'),
    en: () => import('./locales/en.settings.json'),
  },
} as const satisfies Readonly<Record<string, Bundles>>
export type LaterTexts = keyof typeof laterTexts

const langOf = (code: string): Lang => (code === 'ja' ? 'ja' : 'en')

/** Only the language that is shown is fetched. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (lang, _namespace, done) => {
    frameTexts[langOf(lang)]().then(
      (bundle) => done(null, { ...bundle.default }),
      (error: unknown) => done(error instanceof Error ? error : String(error), false),
    )
  },
}

/** The texts of the tool. `<html lang>` always equals the language shown. */
export const startTexts = async (lang: Lang): Promise<i18n> => {
  const texts = i18next.createInstance()
  const follow = (shown: string): void => {
    document.documentElement.lang = shown
  }
  texts.on('languageChanged', follow)
  await texts
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: lang,
      fallbackLng: false,
      defaultNS: 'app',
      ns: ['app'],
      interpolation: { escapeValue: false },
      load: 'currentOnly',
      react: { useSuspense: false },
    })
  if (!texts.hasResourceBundle(lang, 'app')) throw new Error(`The texts in ${lang} could not be fetched`)
  follow(lang)
  return texts
}

const addTexts = async (texts: i18n, lang: Lang, name: LaterTexts): Promise<void> => {
  const bundle = await laterTexts[name][lang]()
  texts.addResourceBundle(lang, 'app', bundle.default, true, true)
}

const loads = new WeakMap<i18n, Map<LaterTexts, Promise<void>>>()
/** How long a failure is remembered: a screen asks again as soon as the load ends, and would ask without end. */
const failureHoldsMs = 1000

/** The texts of that bundle, in the language shown: the same promise each time. Rejects when they cannot be fetched, and can soon be asked again. */
export const loadTexts = (texts: i18n, name: LaterTexts): Promise<void> => {
  const own = loads.get(texts) ?? new Map<LaterTexts, Promise<void>>()
  loads.set(texts, own)
  const known = own.get(name)
  if (known !== undefined) return known
  const load = addTexts(texts, langOf(texts.language), name)
  own.set(name, load)
  load.catch(() => setTimeout(() => own.delete(name), failureHoldsMs))
  return load
}

/** Shows the texts in another language once they are here; false if they cannot be fetched, and nothing has changed then. */
export const switchTexts = async (texts: i18n, lang: Lang): Promise<boolean> => {
  // Asked again even after a failure, which i18next would remember.
  if (!texts.hasResourceBundle(lang, 'app')) await texts.reloadResources([lang], ['app'])
  if (!texts.hasResourceBundle(lang, 'app')) return false
  try {
    await Promise.all([...(loads.get(texts)?.keys() ?? [])].map((name) => addTexts(texts, lang, name)))
  } catch {
    return false
  }
  await texts.changeLanguage(lang)
  return true
}
