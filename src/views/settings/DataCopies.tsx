import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CopyStub, retention } from '../../core/copies/keptCopies.ts'
import { dataSize, dateWithYear, sentences } from '../../i18n/dataWords.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useData, useStudy } from '../../stores/StudyProvider.tsx'
import { DataDialog } from './DataDialog.tsx'
import { DataRow } from './DataRow.tsx'
import { OutcomeWords, useProblemWords } from './OutcomeWords.tsx'
import { TaskButton } from './TaskButton.tsx'
import { useTask } from './useTask.ts'

/** The copies that lie beside the records in this browser. */
export const DataCopies = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { offsetMin } = useStudy().now()
  const wordsOf = useProblemWords()
  const copies = useData((state) => state.copies)
  const autosaveFailure = useData((state) => state.autosaveFailure)
  const copyNow = useData((state) => state.copyNow)
  const { share, outcome } = useTask('copy')
  if (copies === null) return null
  if (!copies.ok) {
    return (
      <DataRow
        title={t('data.copies.title')}
        about={<p>{copies.error.reason === 'unavailable' ? t('data.copies.unavailable') : wordsOf(copies.error)}</p>}
      />
    )
  }
  const [newest] = copies.value
  return (
    <DataRow
      title={t('data.copies.title')}
      about={
        <>
          <p>{t('data.copies.text')}</p>
          <details className="why">
            <summary>{t('data.copies.rule')}</summary>
            <p className="num">{t('data.copies.ruleText', { recent: retention.recent, days: retention.days, weeks: retention.weeks })}</p>
          </details>
          {autosaveFailure !== null && <p className="problem">{sentences(lang, t('data.copies.failed'), wordsOf(autosaveFailure))}</p>}
          {newest === undefined && <p>{t('data.copies.none')}</p>}
        </>
      }
      actions={<TaskButton onPress={() => void copyNow()}>{t('data.copies.make')}</TaskButton>}
      share={share}
      canStop
      said={
        <>
          <OutcomeWords outcome={outcome} />
          {outcome?.kind === 'copied' && <p className="num">{t('data.copies.made', { count: outcome.copy.rows })}</p>}
          {outcome?.kind === 'removed' && <p>{t('data.copies.removed')}</p>}
        </>
      }
    >
      {newest !== undefined && (
        <details className="copies wide">
          <summary className="num">
            {t('data.copies.list', { count: copies.value.length, when: dateWithYear({ at: newest.at, offsetMin }, lang) })}
          </summary>
          <ul className="rowlist">
            {copies.value.map((copy) => (
              <Copy key={copy.name} copy={copy} />
            ))}
          </ul>
        </details>
      )}
    </DataRow>
  )
}

const Copy = ({ copy }: { copy: CopyStub }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { offsetMin } = useStudy().now()
  const chooseCopy = useData((state) => state.chooseCopy)
  const saveCopy = useData((state) => state.saveCopy)
  const removeCopy = useData((state) => state.removeCopy)
  const [isAsked, setIsAsked] = useState(false)
  const when = dateWithYear({ at: copy.at, offsetMin }, lang)
  return (
    <li>
      <div className="num">
        {when}
        <p className="meta">
          {t('data.copies.rows', { count: copy.rows })} · {dataSize(copy.bytes, lang)} · {t(`data.copies.reason.${copy.reason}`)}
        </p>
      </div>
      <div className="ways">
        <TaskButton className="linkbtn" name={t('data.copies.restoreOf', { when })} onPress={() => void chooseCopy(copy)}>
          {t('data.copies.restore')}
        </TaskButton>
        <TaskButton className="linkbtn" name={t('data.copies.saveOf', { when })} onPress={() => void saveCopy(copy)}>
          {t('data.copies.save')}
        </TaskButton>
        <TaskButton className="linkbtn danger" name={t('data.copies.removeOf', { when })} onPress={() => setIsAsked(true)}>
          {t('data.copies.remove')}
        </TaskButton>
      </div>
      {isAsked && (
        <DataDialog title={t('data.copies.removeTitle', { when })} onClose={() => setIsAsked(false)}>
          <p className="muted">{t('data.copies.removeText')}</p>
          <div className="ways">
            <button type="button" className="btn" onClick={() => setIsAsked(false)}>
              {t('data.cancel')}
            </button>
            <button type="button" className="btn danger" onClick={() => void removeCopy(copy)}>
              {t('data.copies.removeIt')}
            </button>
          </div>
        </DataDialog>
      )}
    </li>
  )
}
