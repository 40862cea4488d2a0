import { useTranslation } from 'react-i18next'
import { retention } from '../../core/copies/keptCopies.ts'
import { dateWithYear, sentences } from '../../i18n/dataWords.ts'
import { useLang } from '../../i18n/useLang.ts'
import type { DataState } from '../../stores/dataState.ts'
import { useData, useStudy } from '../../stores/StudyProvider.tsx'
import { DataRow } from './DataRow.tsx'

/** A folder of the learner's own that backups are written into. */
export const DataFolder = () => {
  const { t } = useTranslation()
  const folder = useData((state) => state.folder)
  if (folder === null) return null
  return (
    <DataRow
      title={t('data.folder.title')}
      about={
        folder.kind === 'unsupported' ? (
          <p>{t('data.folder.unsupported')}</p>
        ) : (
          <>
            <p className="num">{t('data.folder.text', { days: retention.days, weeks: retention.weeks })}</p>
            <Where folder={folder} />
          </>
        )
      }
      actions={folder.kind !== 'unsupported' && <Ways folder={folder} />}
    />
  )
}

type Folder = NonNullable<DataState['folder']>

const Where = ({ folder }: { folder: Folder }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { offsetMin } = useStudy().now()
  const written = useData((state) => state.folderWritten)
  if (folder.kind === 'asks') return <p className="problem">{t('data.folder.asks', { name: folder.name })}</p>
  if (folder.kind !== 'ready') return null
  return (
    <p className="num">
      {sentences(
        lang,
        t('data.folder.ready', { name: folder.name }),
        written === null
          ? t('data.folder.notWritten')
          : t('data.folder.written', { when: dateWithYear({ at: written.at, offsetMin }, lang) }),
      )}
    </p>
  )
}

const Ways = ({ folder }: { folder: Folder }) => {
  const { t } = useTranslation()
  const pick = useData((state) => state.pickFolder)
  const allow = useData((state) => state.allowFolder)
  const forget = useData((state) => state.forgetFolder)
  const hasFolder = folder.kind === 'ready' || folder.kind === 'asks'
  return (
    <>
      {folder.kind === 'asks' && (
        <button type="button" className="btn" onClick={() => void allow()}>
          {t('data.folder.allow')}
        </button>
      )}
      <button type="button" className={hasFolder ? 'linkbtn' : 'btn'} onClick={() => void pick()}>
        {t(hasFolder ? 'data.folder.other' : 'data.folder.pick')}
      </button>
      {hasFolder && (
        <button type="button" className="linkbtn" onClick={() => void forget()}>
          {t('data.folder.stop')}
        </button>
      )}
    </>
  )
}
