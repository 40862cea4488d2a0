import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { langs } from '../core/content/types.ts'
import { switchTexts } from '../i18n/setup.ts'
import { useSettings } from '../stores/StudyProvider.tsx'

/** Keeps the page in the language and theme that were chosen; `?lang=` on any route chooses the language. */
export const useDisplay = (): void => {
  const { i18n } = useTranslation()
  const lang = useSettings((state) => state.lang)
  const setLang = useSettings((state) => state.setLang)
  const theme = useSettings((state) => state.theme)
  const { search, hash } = useLocation()
  const navigate = useNavigate()
  const asked = langs.find((known) => known === new URLSearchParams(search).get('lang'))

  useEffect(() => {
    if (asked === undefined) return
    setLang(asked)
    const rest = new URLSearchParams(search)
    rest.delete('lang')
    void navigate({ search: rest.toString(), hash }, { replace: true })
  }, [asked, search, hash, setLang, navigate])
  useEffect(() => {
    if (lang === null || lang === i18n.language) return
    const shown = langs.find((known) => known === i18n.language)
    void switchTexts(i18n, lang).then((switched) => {
      // Offline, say: the page stays readable in the language it has, and the choice shows that.
      if (!switched && shown !== undefined) setLang(shown)
    })
  }, [lang, i18n, setLang])
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}
