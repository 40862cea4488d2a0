import { Suspense, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mastery, MasteryScope } from '../core/mastery/mastery.ts'
import { Icon } from './Icon.tsx'
import { MasteryBehindContext } from './MasteryBehindContext.tsx'
import { shownTiers } from './MasteryMeter.tsx'
import './masteryScore.css'

const hundred = (share: number): number => Math.round(share * 100)

interface MasteryScoreProps {
  readonly mastery: Mastery
  readonly scope: MasteryScope
  /** Whether the word stands beside the number, where no column says what it is; a screen reader hears it anyway. */
  readonly named?: boolean
}

/** Mastery as a number with its tier and range; unfolded it says how it is computed and lists what it rests on. */
export const MasteryScore = ({ mastery, scope, named = false }: MasteryScoreProps) => {
  const { t } = useTranslation()
  const Behind = useContext(MasteryBehindContext)
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="score num" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Icon name={mastery.level} />
        <span className="tier">{t(`tier.${mastery.level}`)}</span> <span className={named ? undefined : 'sr'}>{t('weak.mastery')}</span>{' '}
        <b>{hundred(mastery.held)}</b>{' '}
        <span className="meta">
          ({hundred(mastery.low)}–{hundred(mastery.high)})
        </span>
      </summary>
      <p>{t('weak.masteryText', { facts: mastery.facts })}</p>
      <ul className="legend">
        {shownTiers
          .filter((tier) => mastery.counts[tier] > 0)
          .map((tier) => (
            <li key={tier}>
              <Icon name={tier} />
              {t(`tier.${tier}`)} {mastery.counts[tier]}
            </li>
          ))}
      </ul>
      {isOpen && (
        <Suspense>
          <Behind scope={scope} />
        </Suspense>
      )}
    </details>
  )
}
