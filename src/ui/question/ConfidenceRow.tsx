import { useTranslation } from 'react-i18next'
import type { Confidence } from '../../core/history/events.ts'
import { Key } from '../Key.tsx'
import { useKeys } from '../useKeys.ts'

const confidences = ['sure', 'unsure', 'guess'] as const satisfies readonly Confidence[]
/** Beside those that choose options, and apart from them. */
const keyOf: Readonly<Record<Confidence, string>> = { sure: 'r', unsure: 't', guess: 'y' }

interface ConfidenceRowProps {
  readonly value: Confidence | null
  readonly onChange: (value: Confidence | null) => void
  readonly onSubmit: () => void
}

/** How sure one is, said before the verdict: optional, taken back by saying it again, and asked anew at each question. */
export const ConfidenceRow = ({ value, onChange, onSubmit }: ConfidenceRowProps) => {
  const { t } = useTranslation()
  const say = (said: Confidence): void => onChange(value === said ? null : said)
  useKeys(Object.fromEntries(confidences.map((each) => [keyOf[each], () => say(each)])))
  return (
    <fieldset className="surerow" aria-label={t('confidence.label')}>
      {confidences.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={value === each}
          onClick={() => say(each)}
          onKeyDown={(event) => {
            // As everywhere here Enter submits; Space is what presses. Who has just clicked it would take it back.
            if (event.key !== 'Enter') return
            event.preventDefault()
            onSubmit()
          }}
        >
          {t(`confidence.${each}`)}
          <Key>{keyOf[each]}</Key>
        </button>
      ))}
    </fieldset>
  )
}
