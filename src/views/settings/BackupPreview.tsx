import { useTranslation } from 'react-i18next'
import { dateWithYear, sentences } from '../../i18n/dataWords.ts'
import { useLang } from '../../i18n/useLang.ts'
import type { ChosenFile } from '../../stores/dataState.ts'
import { useData, useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { DataDialog } from './DataDialog.tsx'

/** What a file would bring, before anything changes. */
export const BackupPreview = ({ chosen: { name, preview } }: { chosen: ChosenFile }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { offsetMin } = useStudy().now()
  const rows = useProgress((state) => state.progress.eventCount + state.unread.length)
  const merge = useData((state) => state.merge)
  const dismiss = useData((state) => state.dismiss)
  const { header, fresh, known, unknown, damaged, unusable, span, devices, problem } = preview
  const when = (at: number): string => dateWithYear({ at, offsetMin }, lang)
  const savedAt = header === null ? Number.NaN : Date.parse(header.createdAt)
  const count = fresh.size
  return (
    <DataDialog title={t('data.preview.title')} onClose={dismiss}>
      <p className="meta filename">{name}</p>
      {problem !== null && <p className="problem">{t('data.preview.salvaged')}</p>}
      <dl className="stats">
        <div>
          <dt>{t('data.preview.new')}</dt>
          <dd>{count}</dd>
        </div>
        <div>
          <dt>{t('data.preview.known')}</dt>
          <dd>{known}</dd>
        </div>
      </dl>
      <ul className="found num">
        {Number.isFinite(savedAt) && <li>{t('data.preview.savedOn', { when: when(savedAt) })}</li>}
        {span !== null && <li>{t('data.preview.span', { from: when(span.from), to: when(span.to) })}</li>}
        {devices.length > 0 && <li>{t('data.preview.devices', { count: devices.length })}</li>}
        {unknown > 0 && <li>{t('data.preview.unknown', { count: unknown })}</li>}
        {damaged > 0 && <li>{t('data.preview.damaged', { count: damaged })}</li>}
        {unusable > 0 && <li>{t('data.preview.unusable', { count: unusable })}</li>}
      </ul>
      <p className="muted">{sentences(lang, rows > 0 && t('data.preview.copyFirst'), t('data.preview.undoable'))}</p>
      <div className="ways">
        <button type="button" className="btn primary" onClick={() => void merge()}>
          {t('data.preview.merge', { count })}
        </button>
        <button type="button" className="btn" onClick={dismiss}>
          {t('data.cancel')}
        </button>
      </div>
    </DataDialog>
  )
}
