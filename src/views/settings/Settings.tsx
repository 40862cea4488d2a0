import { useTranslation } from 'react-i18next'
import { langs } from '../../core/content/types.ts'
import { themes } from '../../stores/settingsStore.ts'
import { useSettings } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx'
import { DataSection } from './DataSection.tsx'
import { Fit } from './Fit.tsx'
import { ItemRows } from './ItemRows.tsx'
import { StudyPlan } from './StudyPlan.tsx'
import { UntilExam } from './UntilExam.tsx'
import './settings.css'

/** Language, theme, and where the learner's records are. */
export const Settings = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const theme = useSettings((state) => state.theme)
  // The choice shows at once; the page follows when its texts have arrived.
  const chosen = useSettings((state) => state.lang) ?? lang
  const setLang = useSettings((state) => state.setLang)
  const setTheme = useSettings((state) => state.setTheme)
  return (
    <div className="page">
      <title>{t('title.page', { name: t('nav.settings') })}</title>
      <div className="pagehead">
        <h1>{t('nav.settings')}</h1>
      </div>
      <section aria-labelledby="display">
        <div className="sechead">
          <h2 id="display">{t('settings.display')}</h2>
        </div>
        <div className="rows">
          <div>
            <div>
              <h3>{t('settings.language')}</h3>
              <p id="about-language">{t('settings.languageText')}</p>
            </div>
            <SegmentedChoice
              legend={t('settings.language')}
              name="lang"
              value={chosen}
              onChange={setLang}
              describedBy="about-language"
              options={langs.map((value) => ({ value, label: value === 'ja' ? '日本語' : 'English', lang: value }))}
            />
          </div>
          <div>
            <h3>{t('settings.theme')}</h3>
            <SegmentedChoice
              legend={t('settings.theme')}
              name="theme"
              value={theme}
              onChange={setTheme}
              options={themes.map((value) => ({ value, label: t(`settings.${value}`) }))}
            />
          </div>
        </div>
      </section>
      <StudyPlan />
      <UntilExam />
      <Fit />
      <ItemRows />
      <DataSection />
    </div>
  )
}
