import { useTranslation } from 'react-i18next'
import { examScore, passMark } from '../../core/exam/examScore.ts'
import type { Progress } from '../../core/history/progress.ts'
import { raises } from '../../core/mastery/raises.ts'
import { answersSoFar, enoughAnswers, type Readiness as Estimate, readiness } from '../../core/mastery/readiness.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { ScoreScale } from '../../ui/ScoreScale.tsx'

/** What the estimate draws from: always the same, so that the number moves only when something was done. */
const drawnFrom = 305

/** The result that a mock exam would have today, with its range; below 50 answers how many are missing. */
export const Readiness = ({ progress }: { readonly progress: Progress }) => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const estimate = readiness(progress, catalog.links, now(), drawnFrom)
  const missing = enoughAnswers - answersSoFar(progress, catalog.links)
  return (
    <section className="sec readiness" aria-labelledby="readiness">
      <div className="sechead">
        <h2 id="readiness">{t('standing.readiness')}</h2>
        <span className="meta">{t('standing.ours')}</span>
      </div>
      {estimate === null ? (
        <>
          <ScoreScale score={null} pass={t('standing.pass', { mark: passMark })} mark={passMark} />
          <p className="num">{missing > 0 ? t('standing.missing', { enough: enoughAnswers, count: missing }) : t('standing.none')}</p>
        </>
      ) : (
        <Estimated estimate={estimate} />
      )}
      <MostRaised progress={progress} />
    </section>
  )
}

const Estimated = ({ estimate }: { readonly estimate: Estimate }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { questions, median, range80, passChance, answers, mocks } = estimate
  const score = { at: examScore(median, questions), low: examScore(range80.low, questions), high: examScore(range80.high, questions) }
  return (
    <>
      <ScoreScale score={score} pass={t('standing.pass', { mark: passMark })} mark={passMark} />
      <details className="explained num">
        <summary>
          <b>{score.at}</b> ({t('standing.range', { low: score.low, high: score.high })})
        </summary>
        <p>
          {sentences(
            lang,
            t('standing.howText', { answers, questions }),
            mocks > 0 ? t('standing.sharpened', { count: mocks }) : t('standing.notSharpened'),
            t('standing.chance', { percent: Math.round(100 * passChance) }),
            t('standing.notReal'),
          )}
        </p>
      </details>
    </>
  )
}

const MostRaised = ({ progress }: { readonly progress: Progress }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const [most] = raises(progress, catalog.links, now())
  const stub = most && catalog.links.topics.get(most.topic)
  // Less than what one decimal shows is no news.
  if (most === undefined || stub === undefined || most.marks < 0.05) return null
  return (
    <details className="explained num">
      <summary>{t('standing.raise', { topic: stub.title[lang], marks: most.marks.toFixed(1) })}</summary>
      <p>{t('standing.raiseHow')}</p>
    </details>
  )
}
