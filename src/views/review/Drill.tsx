import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useSearchParams } from 'react-router'
import type { StudyEvent } from '../../core/history/events.ts'
import { eventsSince, latestEvent, progressAsOf } from '../../core/history/progressAsOf.ts'
import { type EventId, eventId } from '../../core/ids.ts'
import { type DrillAim, readDrillAim } from '../../core/mastery/drillAim.ts'
import { planDrill } from '../../core/mastery/planDrill.ts'
import { resumeReview } from '../../core/schedule/resumeReview.ts'
import { studyDay } from '../../core/time.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { Alone } from '../../ui/Alone.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Missing } from '../../ui/Missing.tsx'
import { DrillDone } from './DrillDone.tsx'
import { Sitting } from './Sitting.tsx'

/** Stands for the beginning of a log that is empty. */
const beginning = 'start'

/**
 * A drill of what is weak. The address says what it is to mend and after which event
 * it began (`after`): its list follows from these and the log, so that a reload goes
 * on where it was. An older one begins anew.
 */
export const Drill = () => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const { links } = catalog
  const progress = useProgress((state) => state.progress)
  const [search] = useSearchParams()
  const aim = readDrillAim((name) => search.get(name), links)
  if (aim === undefined) {
    return (
      <Alone>
        <Missing title={t('drill.missing')} text={t('drill.missingText')}>
          <ToWeak />
        </Missing>
      </Alone>
    )
  }
  const after = search.get('after')
  const start = after === null || after === beginning ? null : eventId(after)
  const since = after === null ? null : eventsSince(progress, start)
  const today = studyDay(now().at, now().offsetMin)
  if (since === null || since.some(({ at, offsetMin }) => studyDay(at, offsetMin) !== today)) {
    const anew = new URLSearchParams(search)
    anew.set('after', latestEvent(progress) ?? beginning)
    return <Navigate replace to={`/weak/drill?${anew}`} />
  }
  return <Drilling key={search.toString()} aim={aim} start={start} since={since} />
}

const ToWeak = () => {
  const { t } = useTranslation()
  return (
    <Link className="btn" to="/weak">
      {t('drill.toWeak')}
    </Link>
  )
}

interface DrillingProps {
  readonly aim: DrillAim
  /** The event after which the drill began. */
  readonly start: EventId | null
  readonly since: readonly StudyEvent[]
}

const Drilling = ({ aim, start, since }: DrillingProps) => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  // As it was when the drill began: what is answered here changes neither the list nor what it is compared with.
  const progress = useProgress((state) => state.progress)
  const [before] = useState(() => progressAsOf(progress, start, catalog.links) ?? progress)
  const [entries] = useState(() => planDrill(aim, before, catalog.links, now()).entries)
  if (entries.length === 0) {
    return (
      <Alone>
        <title>{t('title.page', { name: t('drill.name') })}</title>
        <h1 className="sr">{t('drill.name')}</h1>
        <Empty title={t('drill.nothing')} action={<ToWeak />}>
          {t('drill.nothingText')}
        </Empty>
      </Alone>
    )
  }
  return (
    <Sitting
      name={t('drill.name')}
      leaveTo="/weak"
      start={() => resumeReview(entries, since)}
      goesBackTo={(event) => since.some(({ id }) => id === event)}
      done={(frame) => <DrillDone frame={frame} entries={entries} before={before} since={since} />}
    />
  )
}
