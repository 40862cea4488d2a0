// Runs before anything is painted, so that the page never shows in the wrong theme or language.
;(() => {
  let settings = null
  try {
    settings = JSON.parse(localStorage.getItem('hakoniwa.settings'))
  } catch {
    // Storage refused or unreadable: the device's own settings hold.
  }
  const { theme, lang } = settings?.version === 1 ? settings : {}
  const root = document.documentElement
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  const asked = [new URLSearchParams(location.search).get('lang'), lang].find((known) => known === 'ja' || known === 'en')
  root.lang = (asked ?? navigator.language).toLowerCase().startsWith('ja') ? 'ja' : 'en'
})()
