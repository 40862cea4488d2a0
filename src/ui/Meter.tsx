import { useTranslation } from 'react-i18next'
import type { Tier } from '../core/mastery/topicEvidence.ts'
import { Icon } from './Icon.tsx'

// Strongest first, as the bar is read from the left.
const shown = ['done', 'recalled', 'recognised', 'read', 'none'] as const satisfies readonly Tier[]

/** What is known of a topic and what that rests on, fact by fact. Recognition is hatched: a long bar is not yet mastery. */
export const Meter = ({ counts, topic }: { counts: Readonly<Record<Tier, number>>; topic: string }) => {
  const { t } = useTranslation()
  const total = shown.reduce((sum, tier) => sum + counts[tier], 0)
  const present = shown.filter((tier) => counts[tier] > 0)
  return (
    <div className="meter">
      <div className="bar" role="img" aria-label={`${topic}: ${present.map((tier) => `${t(`tier.${tier}`)} ${counts[tier]}`).join(', ')}`}>
        {present.map((tier) => (
          <i key={tier} className={tier} style={{ flexGrow: counts[tier] / total }} />
        ))}
      </div>
      <ul className="legend num" aria-hidden="true">
        {present.map((tier) => (
          <li key={tier}>
            <Icon name={tier} />
            {t(`tier.${tier}`)} {counts[tier]}
          </li>
        ))}
      </ul>
    </div>
  )
}
