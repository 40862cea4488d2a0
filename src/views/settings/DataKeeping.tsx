import { useTranslation } from 'react-i18next'
import { useLang } from '../../i18n/useLang.ts'
import { dataSize } from '../../i18n/dataWords.ts'
import { useData } from '../../stores/StudyProvider.tsx'
import { DataRow } from './DataRow.tsx'
import { TaskButton } from './TaskButton.tsx'

/** Whether the browser may clear the records by itself, and how much room it gives. */
export const DataKeeping = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const keeping = useData((state) => state.keeping)
  const hasDeclined = useData((state) => state.hasDeclined)
  const persist = useData((state) => state.persist)
  if (keeping === null) return null
  const { isPersisted, usedBytes, grantedBytes } = keeping
  return (
    <DataRow
      title={t('data.keeping.title')}
      about={
        <>
          <p>{t(`data.keeping.${isPersisted === null ? 'unknown' : isPersisted ? 'persisted' : 'notPersisted'}`)}</p>
          {usedBytes !== null && grantedBytes !== null && (
            <details className="why num">
              <summary>{t('data.keeping.used', { used: dataSize(usedBytes, lang), granted: dataSize(grantedBytes, lang) })}</summary>
              <p>{t('data.keeping.usedText')}</p>
            </details>
          )}
        </>
      }
      actions={isPersisted === false && <TaskButton onPress={() => void persist()}>{t('data.keeping.ask')}</TaskButton>}
      said={isPersisted === false && hasDeclined && <p>{t('data.keeping.declined')}</p>}
    />
  )
}
