import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Section } from '../../core/content/types.ts'
import { sectionPath } from '../../core/ids.ts'
import type { QueueEntry } from '../../core/schedule/planReview.ts'
import { type Why, whyOf } from '../../core/schedule/whyOf.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { Key } from '../../ui/Key.tsx'
import { useKeys } from '../../ui/useKeys.ts'

/** Below the box: why this comes now, the section that teaches it, and setting it aside. */
export const Under = ({
  entry,
  section,
  answered,
  onSuspend,
  onSkip,
}: {
  entry: QueueEntry
  section: Section
  /** The way to the section is open once there is nothing left to lose by leaving. */
  answered: boolean
  onSuspend: () => void
  onSkip: () => void
}) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  // As it was when the item came: the answer changes it.
  const [why] = useState(() => whyOf(entry, progress, catalog.links, now()))
  const path = sectionPath(section.id)
  useKeys({ s: onSuspend, e: answered ? () => void navigate(path) : undefined })
  return (
    <div className="under">
      <details className="why">
        <summary>{t('why.title')}</summary>
        <p className="num">{why !== undefined && <WhyText why={why} />}</p>
      </details>
      <p className="ways">
        {entry.repeat && (
          <button type="button" className="linkbtn" onClick={onSkip}>
            {t('session.skip')}
          </button>
        )}
        <span>
          <Link to={path}>{t('session.readSection')}</Link> <Key>e</Key>
        </span>
        <span>
          <button type="button" className="linkbtn" onClick={onSuspend}>
            {t('session.suspend')}
          </button>{' '}
          <Key>s</Key>
        </span>
      </p>
    </div>
  )
}

const percent = (share: number): number => Math.round(share * 100)

const WhyText = ({ why }: { why: Why }): string => {
  const { t } = useTranslation()
  switch (why.kind) {
    case 'due':
    case 'early':
    case 'done':
      return t('why.due', {
        when: t('why.daysAgo', { count: why.daysSince }),
        grade: t(`grade.${why.lastGrade}`),
        recall: percent(why.recall),
        target: percent(why.dueBelow),
      })
    case 'new':
      return t('why.new')
    case 'repeat':
      return t('why.repeat')
  }
}
