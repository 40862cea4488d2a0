import { useTranslation } from 'react-i18next'
import { sentences } from '../../i18n/dataWords.ts'
import { useLang } from '../../i18n/useLang.ts'
import type { DataOutcome } from '../../stores/dataState.ts'

type Problem = Extract<DataOutcome, { kind: 'refused' }>['problem'] | Extract<DataOutcome, { kind: 'failed' }>['failure']

/** Why something could not be done, and what to do about it. */
export const useProblemWords = (): ((problem: Problem) => string) => {
  const { t } = useTranslation()
  return (problem) =>
    'reason' in problem
      ? t(`storage.${problem.reason}`)
      : t(`data.refused.${problem.kind}`, {
          line: 'line' in problem ? problem.line : undefined,
          version: 'version' in problem ? problem.version : undefined,
        })
}

/** What any task may come to: it was stopped, or it failed. */
export const OutcomeWords = ({ outcome }: { outcome: DataOutcome | null }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const wordsOf = useProblemWords()
  if (outcome?.kind === 'stopped') return <p>{t('data.stopped')}</p>
  if (outcome?.kind !== 'failed') return null
  return <p className="problem">{sentences(lang, t('data.failed'), wordsOf(outcome.failure))}</p>
}
