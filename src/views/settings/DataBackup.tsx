import { useTranslation } from 'react-i18next'
import { dateWithYear, sentences } from '../../i18n/dataWords.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useData, useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { DataRow } from './DataRow.tsx'
import { OutcomeWords } from './OutcomeWords.tsx'
import { TaskButton } from './TaskButton.tsx'
import { useTask } from './useTask.ts'

/** The whole history as one file. */
export const DataBackup = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { offsetMin } = useStudy().now()
  const rows = useProgress((state) => state.progress.eventCount + state.unread.length)
  const lastBackup = useData((state) => state.lastBackup)
  const backUp = useData((state) => state.backUp)
  const { share, outcome } = useTask('backUp')
  const since = lastBackup === null ? 0 : rows - lastBackup.rows
  return (
    <DataRow
      title={t('data.backup.title')}
      about={
        lastBackup === null ? (
          <p>{t('data.backup.never')}</p>
        ) : (
          <p className="num">
            {sentences(
              lang,
              t('data.backup.last', { when: dateWithYear({ at: lastBackup.at, offsetMin }, lang) }),
              since > 0 && t('data.backup.since', { count: since }),
            )}
          </p>
        )
      }
      actions={
        <TaskButton className="btn primary" onPress={() => void backUp()}>
          {t('data.backup.save')}
        </TaskButton>
      }
      share={share}
      canStop
      said={
        <>
          <OutcomeWords outcome={outcome} />
          {outcome?.kind === 'backedUp' && (
            <p className="num">
              {sentences(
                lang,
                t('data.backup.done', { count: outcome.rows, name: outcome.name }),
                outcome.leftOut > 0 && t('data.backup.leftOut', { count: outcome.leftOut }),
              )}
            </p>
          )}
        </>
      }
    />
  )
}
