import { useTranslation } from 'react-i18next'
import type { Area } from '../../core/content/types.ts'
import { answerKinds } from '../../core/history/cells.ts'
import { type Filter, periods } from '../../core/statistics/filter.ts'
import { useLang } from '../../i18n/useLang.ts'
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx'

/** What of the history the page counts. */
export const Filters = ({ areas, filter, onChange }: { areas: readonly Area[]; filter: Filter; onChange: (filter: Filter) => void }) => {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <fieldset className="filters">
      <legend className="sr">{t('progress.filter')}</legend>
      <select
        className="field"
        aria-label={t('progress.area')}
        value={filter.area ?? ''}
        onChange={({ target }) => onChange({ ...filter, area: areas.find((area) => area.id === target.value)?.id ?? null })}
      >
        <option value="">{t('progress.allAreas')}</option>
        {areas.map((area) => (
          <option key={area.id} value={area.id}>
            {area.title[lang]}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label={t('progress.kind')}
        value={filter.kind ?? ''}
        onChange={({ target }) => onChange({ ...filter, kind: answerKinds.find((kind) => kind === target.value) ?? null })}
      >
        <option value="">{t('progress.allKinds')}</option>
        {answerKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`progress.kinds.${kind}`)}
          </option>
        ))}
      </select>
      <SegmentedChoice
        legend={t('progress.period')}
        name="period"
        value={filter.period}
        options={periods.map((period) => ({ value: period, label: t(`progress.periods.${period}`) }))}
        onChange={(period) => onChange({ ...filter, period })}
      />
    </fieldset>
  )
}
