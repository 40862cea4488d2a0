import i18next, { type BackendModule, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Lang } from '../core/content/types.ts'
import type frame from './locales/en.json'
import type study from './locales/en.study.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: { app: typeof frame & typeof study }
  }
}

type Bundles = Readonly<Record<Lang, () => Promise<{ default: object }>>>
/** What stands around every screen and on Today; a first visit waits for it. */
const frameTexts: Bundles = {
  ja: () => import('./locales/ja.json'),
  en: () => import('./locales/en.json'),
}
/** What all other screens say. */
const studyTexts: Bundles = {
  ja: () => import('./locales/ja.study.json'),
  en: () => import('./locales/en.study.json'),
}

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

const addStudyTexts = async (texts: i18n, lang: Lang): Promise<void> => {
  const bundle = await studyTexts[lang]()
  texts.addResourceBundle(lang, 'app', bundle.default, true, true)
}

const loads = new WeakMap<i18n, Promise<void>>()
/** How long a failure is remembered: a screen asks again as soon as the load ends, and would ask without end. */
const failureHoldsMs = 1000

/** The texts of all screens but Today, in the language shown: the same promise each time. Rejects when they cannot be fetched, and can soon be asked again. */
export const loadStudyTexts = (texts: i18n): Promise<void> => {
  const known = loads.get(texts)
  if (known !== undefined) return known
  const load = addStudyTexts(texts, langOf(texts.language))
  loads.set(texts, load)
  load.catch(() => setTimeout(() => loads.delete(texts), failureHoldsMs))
  return load
}

/** Shows the texts in another language once they are here; false if they cannot be fetched, and nothing has changed then. */
export const switchTexts = async (texts: i18n, lang: Lang): Promise<boolean> => {
  // Asked again even after a failure, which i18next would remember.
  if (!texts.hasResourceBundle(lang, 'app')) await texts.reloadResources([lang], ['app'])
  if (!texts.hasResourceBundle(lang, 'app')) return false
  try {
    if (loads.has(texts)) await addStudyTexts(texts, lang)
  } catch {
    return false
  }
  await texts.changeLanguage(lang)
  return true
}
