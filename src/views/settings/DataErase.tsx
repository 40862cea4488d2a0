import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateWithYear, sentences } from '../../i18n/dataWords.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useData, useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { DataDialog } from './DataDialog.tsx'
import { DataRow } from './DataRow.tsx'
import { OutcomeWords } from './OutcomeWords.tsx'
import { TaskButton } from './TaskButton.tsx'
import { useTask } from './useTask.ts'

/** The end of everything that is recorded, with a way back kept. */
export const DataErase = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { offsetMin } = useStudy().now()
  const rows = useProgress((state) => state.progress.eventCount + state.unread.length)
  const erase = useData((state) => state.erase)
  const { share, outcome } = useTask('erase')
  const [isAsked, setIsAsked] = useState(false)
  return (
    <DataRow
      title={t('data.erase.title')}
      about={<p>{rows === 0 ? t('data.erase.none') : t('data.erase.text')}</p>}
      actions={
        rows > 0 && (
          <TaskButton className="btn danger" onPress={() => setIsAsked(true)}>
            {t('data.erase.start')}
          </TaskButton>
        )
      }
      share={share}
      said={
        <>
          <OutcomeWords outcome={outcome} />
          {outcome?.kind === 'notErased' && (
            <>
              <p className="problem">{t('data.erase.noCopy', { name: outcome.name })}</p>
              <p className="ways">
                <TaskButton className="btn danger" onPress={() => void erase(true)}>
                  {t('data.erase.evenSo')}
                </TaskButton>
              </p>
            </>
          )}
          {outcome?.kind === 'erased' && (
            <p className="num">
              {sentences(
                lang,
                t('data.erase.done', { count: outcome.count }),
                outcome.copy !== null && t('data.erase.copyAt', { when: dateWithYear({ at: outcome.copy.at, offsetMin }, lang) }),
              )}
            </p>
          )}
        </>
      }
    >
      {isAsked && (
        <DataDialog title={t('data.erase.question', { count: rows })} onClose={() => setIsAsked(false)}>
          <p className="muted">{t('data.erase.before')}</p>
          <div className="ways">
            <button type="button" className="btn" onClick={() => setIsAsked(false)}>
              {t('data.cancel')}
            </button>
            <button
              type="button"
              className="btn danger"
              onClick={() => {
                setIsAsked(false)
                void erase(false)
              }}
            >
              {t('data.erase.confirm')}
            </button>
          </div>
        </DataDialog>
      )}
    </DataRow>
  )
}
