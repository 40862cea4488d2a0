import i18next, { type BackendModule, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Lang } from '../core/content/types.ts'
import type en from './locales/en.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: { app: typeof en }
  }
}

const bundles: Readonly<Record<Lang, () => Promise<{ default: object }>>> = {
  ja: () => import('./locales/ja.json'),
  en: () => import('./locales/en.json'),
}

/** Only the language that is shown is fetched. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (lang, _namespace, done) => {
    bundles[lang === 'ja' ? 'ja' : 'en']().then(
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

/** Shows the texts in another language once they are here; false if they cannot be fetched, and nothing has changed then. */
export const switchTexts = async (texts: i18n, lang: Lang): Promise<boolean> => {
  // Asked again even after a failure, which i18next would remember.
  if (!texts.hasResourceBundle(lang, 'app')) await texts.reloadResources([lang], ['app'])
  if (!texts.hasResourceBundle(lang, 'app')) return false
  await texts.changeLanguage(lang)
  return true
}
