import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Progress } from '../../core/history/progress.ts'
import { weakTopics } from '../../core/mastery/weakTopics.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { WeakRow } from '../../ui/WeakRow.tsx'
import { Readiness } from './Readiness.tsx'
import { ReadOn } from './ReadOn.tsx'

const shownWeak = 3

/** How things stand: the weakest topics, the readiness, and what to read next, unless reading is what is to be done now. */
export const Standing = ({ reading }: { readonly reading: boolean }) => {
  const progress = useProgress((state) => state.progress)
  // Reckoned after what stands above is on screen.
  const reckoned = useDeferredValue<Progress | null>(progress, null)
  return (
    <div className="standing" aria-busy={reckoned === null}>
      {reckoned !== null && <Weakest progress={reckoned} />}
      <div className="pair">
        {reckoned !== null && <Readiness progress={reckoned} />}
        {!reading && <ReadOn />}
      </div>
    </div>
  )
}

const Weakest = ({ progress }: { readonly progress: Progress }) => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const weakest = weakTopics(progress, catalog.links, now(), shownWeak)
  return (
    <section className="sec" aria-labelledby="weakest">
      <div className="sechead">
        <h2 id="weakest">{t('standing.weak')}</h2>
        <Link to="/weak">{t('standing.allWeak')}</Link>
      </div>
      <ul className="weak">
        {weakest.map((topic) => {
          const stub = catalog.links.topics.get(topic.weakness.topic)
          return stub && <WeakRow key={stub.id} topic={topic} stub={stub} />
        })}
      </ul>
    </section>
  )
}
