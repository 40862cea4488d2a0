import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { StudyEvent } from '../../core/history/events.ts'
import type { Progress } from '../../core/history/progress.ts'
import { drillPath } from '../../core/mastery/drillAim.ts'
import { drillChange, type Moved, type TopicMoved } from '../../core/mastery/drillChange.ts'
import type { QueueEntry } from '../../core/schedule/planReview.ts'
import { studyDay } from '../../core/time.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import type { Frame } from './reviewItemProps.ts'

interface DrillDoneProps {
  readonly frame: Frame
  readonly entries: readonly QueueEntry[]
  /** The progress before the drill, and what happened since. */
  readonly before: Progress
  readonly since: readonly StudyEvent[]
}

/** The end of a drill: what it changed, in marks, and why. */
export const DrillDone = ({ frame, entries, before, since }: DrillDoneProps) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const { links } = catalog
  const progress = useProgress((state) => state.progress)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  const change = useMemo(() => drillChange(entries, before, since, progress, links, now()), [entries, before, since, progress, links, now])
  const { right, wrong, fresh, nextDueDay, next } = change
  return (
    <SessionFrame
      {...frame}
      bar={
        <Link className="btn primary big show" to="/weak">
          {t('drill.toWeak')}
        </Link>
      }
    >
      <title>{t('title.page', { name: frame.name })}</title>
      <div className="col drilldone">
        <h1 ref={heading} tabIndex={-1}>
          {t('drill.changed')}
        </h1>
        <p className="num">
          {right + wrong === 0
            ? t('drill.unanswered')
            : sentences(
                lang,
                t('drill.answered', { count: right + wrong, right }),
                fresh > 0 && t('drill.fresh', { count: fresh }),
                wrong > 0 && t('drill.wrong', { count: wrong }),
                nextDueDay !== null && t('drill.returns', { when: dayFromNow(nextDueDay - studyDay(now().at, now().offsetMin), lang) }),
              )}
        </p>
        {change.topics.length > 0 && (
          <table className="moved num">
            <caption>{t('drill.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('drill.what')}</th>
                <th scope="col">{t('drill.before')}</th>
                <th scope="col">{t('drill.after')}</th>
                <th scope="col">{t('drill.difference')}</th>
              </tr>
            </thead>
            {change.topics.map((topic) => (
              <TopicRows key={topic.topic} topic={topic} />
            ))}
          </table>
        )}
        {next !== null && (
          <p className="nextdrill">
            {t('drill.next')} <Link to={drillPath({ kind: 'topic', topic: next.topic })}>{links.topics.get(next.topic)?.title[lang]}</Link>
          </p>
        )}
        <details className="why">
          <summary>{t('drill.how')}</summary>
          <p>{t('drill.howText')}</p>
        </details>
      </div>
    </SessionFrame>
  )
}

/** Two digits behind the point: what a drill moves is small. */
const marks = (value: number): string => value.toFixed(2)
const signed = ({ before, after }: Moved): string => {
  const difference = after - before
  const shown = marks(Math.abs(difference))
  if (Number(shown) === 0) return '±0'
  return difference < 0 ? `−${shown}` : `+${shown}`
}

const TopicRows = ({ topic }: { topic: TopicMoved }) => {
  const lang = useLang()
  const stub = useStudy().catalog.links.topics.get(topic.topic)
  return (
    <tbody>
      <tr className="whole">
        <th scope="row">{stub?.title[lang]}</th>
        <Cells moved={topic} />
      </tr>
      {topic.sections.map((section) => (
        <tr key={section.section}>
          <th scope="row">{stub?.sections.find(({ id }) => id === section.section)?.heading[lang]}</th>
          <Cells moved={section} />
        </tr>
      ))}
    </tbody>
  )
}

const Cells = ({ moved }: { moved: Moved }) => (
  <>
    <td>{marks(moved.before)}</td>
    <td>{marks(moved.after)}</td>
    <td>{signed(moved)}</td>
  </>
)
