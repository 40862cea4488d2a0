import type { Tier } from '../core/mastery/topicEvidence.ts'
import type { Mastery } from '../core/mastery/mastery.ts'
import './masteryMeter.css'

/** Strongest first, as the bar is read from the left. */
export const shownTiers = ['done', 'recalled', 'recognised', 'read', 'none'] as const satisfies readonly Tier[]

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** What mastery rests on, fact by fact, and below it the estimate as a tick on its range. Says nothing to a screen reader: the number beside it does. */
export const MasteryMeter = ({ mastery: { counts, facts, held, low, high } }: { mastery: Mastery }) => (
  <div className="meter mastery" aria-hidden="true">
    <div className="bar">
      {shownTiers
        .filter((tier) => counts[tier] > 0)
        .map((tier) => (
          <i key={tier} className={tier} style={{ flexGrow: counts[tier] / facts }} />
        ))}
    </div>
    <div className="range">
      <i style={{ left: percent(low), right: percent(1 - high) }} />
      <b style={{ left: percent(held) }} />
    </div>
  </div>
)
