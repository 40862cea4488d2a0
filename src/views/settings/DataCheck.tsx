import { useTranslation } from 'react-i18next'
import type { DataOutcome } from '../../stores/dataState.ts'
import { useData } from '../../stores/StudyProvider.tsx'
import { DataRow } from './DataRow.tsx'
import { OutcomeWords } from './OutcomeWords.tsx'
import { TaskButton } from './TaskButton.tsx'
import { useTask } from './useTask.ts'

const findings = ['damaged', 'unknown', 'duplicate', 'backwards', 'ahead', 'retired', 'aimless'] as const

/** Reads all records and says what is wrong. */
export const DataCheck = () => {
  const { t } = useTranslation()
  const check = useData((state) => state.check)
  const { share, outcome } = useTask('check')
  return (
    <DataRow
      title={t('data.check.title')}
      about={<p>{t('data.check.text')}</p>}
      actions={<TaskButton onPress={() => void check()}>{t('data.check.start')}</TaskButton>}
      share={share}
      doing={t('data.check.running')}
      canStop
      said={
        <>
          <OutcomeWords outcome={outcome} />
          {outcome?.kind === 'checked' && <Report outcome={outcome} />}
        </>
      }
    />
  )
}

const Report = ({ outcome: { report, isRepaired } }: { outcome: Extract<DataOutcome, { kind: 'checked' }> }) => {
  const { t } = useTranslation()
  const found = findings.filter((finding) => report[finding] > 0)
  if (found.length === 0 && !isRepaired) return <p className="num">{t('data.check.sound', { count: report.rows })}</p>
  return (
    <>
      <p className="num">{t('data.check.found', { count: report.rows })}</p>
      <ul className="found num">
        {isRepaired && <li>{t('data.check.repaired')}</li>}
        {found.map((finding) => (
          <li key={finding}>{t(`data.check.${finding}`, { count: report[finding] })}</li>
        ))}
      </ul>
    </>
  )
}
