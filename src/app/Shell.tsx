import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Outlet } from 'react-router'
import { useProgress, useSettings } from '../stores/StudyProvider.tsx'
import { useLang } from '../i18n/useLang.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Key } from '../ui/Key.tsx'
import { Undoing } from './Undoing.tsx'

// A first visit has nothing due and does not wait for what counts it.
const DueCount = lazy(async () => ({ default: (await import('./DueCount.tsx')).DueCount }))

/** The screens of the rail, each by its route. */
const places = [
  ['study', ['topics', 'flashcards']],
  ['try', ['quiz', 'exam']],
  ['return', ['review', 'weak', 'progress']],
] as const
/** Those that fit beside Today at the foot of a phone, with their marks. */
const tabs = [
  ['topics', 'topics'],
  ['flashcards', 'cards'],
  ['quiz', 'quiz'],
  ['review', 'review'],
] as const

/** The frame of every screen that is not a session: rail or tabs, and the language. */
export const Shell = ({ onKeys }: { onKeys: () => void }) => {
  const { t } = useTranslation()
  const studied = useProgress((state) => state.progress.items.size > 0)
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <nav className="rail" aria-label={t('nav.screens')}>
        <Brand />
        <ul>
          <li>
            <NavLink to="/" end>
              {t('nav.today')}
            </NavLink>
          </li>
        </ul>
        {places.map(([group, names]) => (
          <div key={group}>
            <h2>{t(`nav.${group}`)}</h2>
            <ul>
              {names.map((name) => (
                <li key={name}>
                  <NavLink to={`/${name}`}>
                    {t(`nav.${name}`)}
                    {name === 'review' && studied && (
                      <Boundary fallback={() => null}>
                        <Suspense>
                          <DueCount />
                        </Suspense>
                      </Boundary>
                    )}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div className="foot">
          <NavLink to="/settings">{t('nav.settings')}</NavLink>
          <button type="button" className="linkbtn muted" onClick={onKeys}>
            {t('nav.keys')} <Key>?</Key>
          </button>
          <LanguageSwitch className="linkbtn muted" />
        </div>
      </nav>
      <header className="topbar">
        <Brand />
        <span className="grow" />
        <NavLink className="btn quiet" to="/settings" aria-label={t('nav.settings')}>
          <Icon name="settings" />
        </NavLink>
        <LanguageSwitch className="btn quiet" />
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Undoing />
      <nav className="tabs" aria-label={t('nav.screens')}>
        <NavLink to="/" end>
          <Icon name="brand" />
          <span>{t('nav.today')}</span>
        </NavLink>
        {tabs.map(([name, icon]) => (
          <NavLink key={name} to={`/${name}`}>
            <Icon name={icon} />
            <span>{t(`nav.${name}`)}</span>
          </NavLink>
        ))}
      </nav>
    </div>
  )
}

const Brand = () => {
  const { t } = useTranslation()
  return (
    <Link className="brand" to="/">
      <Icon name="brand" />
      {t('app.name')}
    </Link>
  )
}

const LanguageSwitch = ({ className }: { className: string }) => {
  const other = useLang() === 'ja' ? 'en' : 'ja'
  const setLang = useSettings((state) => state.setLang)
  return (
    <button type="button" className={className} lang={other} onClick={() => setLang(other)}>
      {other === 'ja' ? '日本語' : 'English'}
    </button>
  )
}
