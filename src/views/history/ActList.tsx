import type { Act } from '../../core/history/acts.ts'
import type { ListedAct } from '../../core/history/listedActs.ts'
import { dateOfDay, type Moment, type StudyDay } from '../../core/time.ts'
import { fullDate, timeAgo } from '../../i18n/calendarDates.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { ActRow } from './ActRow.tsx'
import type { Surroundings } from './ActWords.tsx'

// Calendar days, not study days: the date beside an act is the one that the learner's clock showed.
const dayOf = ({ at, offsetMin }: Moment): StudyDay => Math.floor((at + offsetMin * 60_000) / 86_400_000)

const byDay = (acts: readonly ListedAct[]): ReadonlyMap<StudyDay, readonly ListedAct[]> => {
  const days = new Map<StudyDay, ListedAct[]>()
  for (const listed of acts) {
    const [first] = listed.act.events
    if (first === undefined) continue
    const day = dayOf(first)
    const same = days.get(day)
    if (same === undefined) days.set(day, [listed])
    else same.push(listed)
  }
  return days
}

/** Acts under the days on which they were done. */
export const ActList = ({
  acts,
  among,
  onTakeBack,
  onBringBack,
}: {
  acts: readonly ListedAct[]
  among: Surroundings
  onTakeBack: (act: Act) => void
  onBringBack: (act: Act) => void
}) => {
  const lang = useLang()
  const now = useStudy().now()
  const today = dayOf(now)
  return [...byDay(acts)].map(([day, ofDay]) => (
    <section key={day} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className="num">
        {fullDate(dateOfDay(day), lang)} <span className="meta">{dayFromNow(day - today, lang)}</span>
      </h2>
      <ul className="rowlist">
        {ofDay.map((listed) => (
          <ActRow
            key={listed.act.id}
            listed={listed}
            among={among}
            ago={day === today ? timeAgo(now.at - (listed.act.events[0]?.at ?? now.at), lang) : undefined}
            onTakeBack={() => onTakeBack(listed.act)}
            onBringBack={() => onBringBack(listed.act)}
          />
        ))}
      </ul>
    </section>
  ))
}
