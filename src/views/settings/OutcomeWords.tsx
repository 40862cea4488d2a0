import { useTranslation } from 'react-i18next'
import type { DataOutcome } from '../../stores/dataState.ts'

type Problem = Extract<DataOutcome, { kind: 'refused' }>['problem'] | Extract<DataOutcome, { kind: 'failed' }>['failure']

/** Why something could not be done, and what to do about it. */
export const ProblemWords = ({ problem }: { problem: Problem }) => {
  const { t } = useTranslation()
  if ('reason' in problem) return t(`storage.${problem.reason}`)
  return t(`data.refused.${problem.kind}`, {
    line: 'line' in problem ? problem.line : undefined,
    version: 'version' in problem ? problem.version : undefined,
  })
}

/** What any task may come to: it was stopped, or it failed. */
export const OutcomeWords = ({ outcome }: { outcome: DataOutcome | null }) => {
  const { t } = useTranslation()
  if (outcome?.kind === 'stopped') return <p>{t('data.stopped')}</p>
  if (outcome?.kind !== 'failed') return null
  return (
    <p className="problem">
      {t('data.failed')} <ProblemWords problem={outcome.failure} />
    </p>
  )
}
