import { useTranslation } from 'react-i18next'
import { sentences } from '../../i18n/dataWords.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useData } from '../../stores/StudyProvider.tsx'
import type { DataOutcome } from '../../stores/dataState.ts'
import { BackupPreview } from './BackupPreview.tsx'
import { DataRow } from './DataRow.tsx'
import { OutcomeWords, useProblemWords } from './OutcomeWords.tsx'
import { TaskButton } from './TaskButton.tsx'
import { useDroppedFile } from './useDroppedFile.ts'
import { useTask } from './useTask.ts'

/** A file is chosen or dropped, shown, and joined with what is here. */
export const DataRestore = () => {
  const { t } = useTranslation()
  const choose = useData((state) => state.choose)
  const chosen = useData((state) => state.chosen)
  const isMerging = useData((state) => state.task?.kind === 'merge')
  const { share, outcome } = useTask('read', 'merge')
  const read = (file: File): void => void choose(file.name, file)
  const isOver = useDroppedFile(read)
  return (
    <DataRow
      title={t('data.restore.title')}
      about={
        isOver ? (
          <p className="dropping">
            <b>{t('data.restore.drop')}</b>
          </p>
        ) : (
          <p>{t('data.restore.text')}</p>
        )
      }
      actions={
        <label className="btn filebtn">
          <input
            type="file"
            className="sr"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0]
              // The same file may be chosen again.
              currentTarget.value = ''
              if (file !== undefined) read(file)
            }}
          />
          {t('data.restore.choose')}
        </label>
      }
      share={share}
      doing={t(isMerging ? 'data.restore.merging' : 'data.restore.reading')}
      canStop={!isMerging}
      said={
        <>
          <OutcomeWords outcome={outcome} />
          {outcome !== null && <Restored outcome={outcome} />}
        </>
      }
    >
      {chosen !== null && <BackupPreview chosen={chosen} />}
    </DataRow>
  )
}

const Restored = ({ outcome }: { outcome: DataOutcome }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const wordsOf = useProblemWords()
  const choose = useData((state) => state.choose)
  const takeBack = useData((state) => state.takeBack)
  switch (outcome.kind) {
    case 'refused':
      return (
        <>
          <p className="problem">{sentences(lang, wordsOf(outcome.problem), t('data.restore.unchanged'))}</p>
          {outcome.isSalvable && (
            <p className="ways">
              <TaskButton onPress={() => void choose(outcome.name, outcome.file, true)}>{t('data.restore.salvage')}</TaskButton>
            </p>
          )}
        </>
      )
    case 'nothingNew':
      return (
        <p className="num">{outcome.known === 0 ? t('data.restore.noRecords') : t('data.restore.nothingNew', { count: outcome.known })}</p>
      )
    case 'merged':
      return (
        <>
          {outcome.failure !== null && <p className="problem">{wordsOf(outcome.failure)}</p>}
          <p className="num">
            {outcome.failure === null
              ? t('data.restore.done', { count: outcome.count })
              : outcome.count === 0
                ? t('data.restore.unchanged')
                : t('data.restore.partly', { count: outcome.count })}
          </p>
          {outcome.count > 0 && (
            <p className="ways">
              <TaskButton onPress={takeBack}>{t('data.restore.takeBack')}</TaskButton>
            </p>
          )}
        </>
      )
    case 'takenBack':
      return <p className="num">{t('data.restore.takenBack', { count: outcome.count })}</p>
    default:
      return null
  }
}
