import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useData, useProgress } from '../../stores/StudyProvider.tsx'
import { useSaved } from '../../stores/useSaved.ts'
import { SavedMark } from '../../ui/SavedMark.tsx'
import { DataBackup } from './DataBackup.tsx'
import { DataCheck } from './DataCheck.tsx'
import { DataCopies } from './DataCopies.tsx'
import { DataErase } from './DataErase.tsx'
import { DataFolder } from './DataFolder.tsx'
import { DataKeeping } from './DataKeeping.tsx'
import { DataRestore } from './DataRestore.tsx'
import { DataTable } from './DataTable.tsx'
import './data.css'

/** Where the records are, and everything that keeps them safe; erasing comes last. */
export const DataSection = () => {
  const { t } = useTranslation()
  const count = useProgress((state) => state.progress.eventCount)
  const unread = useProgress((state) => state.unread)
  const failure = useProgress((state) => state.failure)
  const saved = useSaved()
  return (
    <section className="sec" aria-labelledby="data">
      <div className="sechead">
        <h2 id="data">{t('settings.data')}</h2>
        <SavedMark state={saved} />
      </div>
      <p className="muted num about">{t('settings.where', { count })}</p>
      {failure !== null && <p className="problem">{t(`storage.${failure.reason}`)}</p>}
      {unread.length > 0 && <p className="muted num about">{t('settings.unread', { count: unread.length })}</p>}
      <Suspense fallback={<div className="rows" aria-busy="true" />}>
        <DataRows />
      </Suspense>
    </section>
  )
}

const DataRows = () => {
  const look = useData((state) => state.look)
  useEffect(() => {
    void look()
  }, [look])
  return (
    <div className="rows data">
      <DataBackup />
      <DataRestore />
      <DataKeeping />
      <DataCopies />
      <DataFolder />
      <DataTable />
      <DataCheck />
      <DataErase />
    </div>
  )
}
