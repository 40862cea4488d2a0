import { useTranslation } from 'react-i18next'
import { sentences } from '../../i18n/dataWords.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useData } from '../../stores/StudyProvider.tsx'
import { DataRow } from './DataRow.tsx'
import { OutcomeWords } from './OutcomeWords.tsx'
import { TaskButton } from './TaskButton.tsx'
import { useTask } from './useTask.ts'

/** The history for a spreadsheet. */
export const DataTable = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const saveTable = useData((state) => state.saveTable)
  const { share, outcome } = useTask('table')
  return (
    <DataRow
      title={t('data.table.title')}
      about={<p>{t('data.table.text')}</p>}
      actions={<TaskButton onPress={() => void saveTable()}>{t('data.table.save')}</TaskButton>}
      share={share}
      canStop
      said={
        <>
          <OutcomeWords outcome={outcome} />
          {outcome?.kind === 'tabled' && (
            <p className="num">
              {sentences(
                lang,
                t('data.table.done', { count: outcome.rows, name: outcome.name }),
                outcome.leftOut > 0 && t('data.table.leftOut', { count: outcome.leftOut }),
              )}
            </p>
          )}
        </>
      }
    />
  )
}
