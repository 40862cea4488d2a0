import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { reviewsToFit } from '../../core/schedule/fitData.ts'
import { type FitOutcome, leastReviews } from '../../core/schedule/fitParameters.ts'
import { studyDay } from '../../core/time.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useFit } from '../../stores/useFit.ts'
import './fit.css'

/** Which FSRS parameters are in use, and the way to have them fitted to the learner's own answers. */
export const Fit = () => {
  const { t } = useTranslation()
  const reviews = useProgress((state) => reviewsToFit(state.progress))
  const isFitted = useProgress((state) => state.progress.fitted !== null)
  const { fit, begin, cancel, toPublished } = useFit()
  const inUse = useRef<HTMLParagraphElement>(null)
  const missing = Math.max(0, leastReviews - reviews)
  return (
    <section className="sec" aria-labelledby="memory-model">
      <div className="sechead">
        <h2 id="memory-model">{t('fit.title')}</h2>
      </div>
      <p className="muted num about" ref={inUse} tabIndex={-1}>
        <InUse />
      </p>
      <details className="why">
        <summary>{t('fit.what')}</summary>
        <p>{t('fit.whatText')}</p>
      </details>
      <div className="rows">
        <div>
          <div>
            <h3>{t('fit.heading')}</h3>
            <p id="about-fit">{missing > 0 ? t('fit.missing', { count: missing, least: leastReviews }) : t('fit.about')}</p>
            <details className="why">
              <summary className="num">{t('fit.reviews', { count: reviews })}</summary>
              <p>{t('fit.reviewsText')}</p>
            </details>
          </div>
          <div className="fitting">
            {fit.kind === 'working' && <Share share={fit.share} />}
            {/* One button in both states, so that it keeps the focus. */}
            <button
              type="button"
              className="btn"
              aria-describedby="about-fit"
              disabled={missing > 0}
              onClick={({ detail: clicks }) => {
                if (fit.kind !== 'working') void begin()
                // The second half of a double click begins nothing and ends nothing.
                else if (clicks < 2) cancel()
              }}
            >
              {t(fit.kind === 'working' ? 'fit.cancel' : 'fit.begin')}
            </button>
          </div>
        </div>
        {isFitted && (
          <div>
            <div>
              <h3>{t('fit.published')}</h3>
              <p id="about-published">{t('fit.publishedText')}</p>
            </div>
            <button
              type="button"
              className="btn"
              aria-describedby="about-published"
              onClick={() => {
                toPublished()
                // The button goes away: the focus is on what became of it.
                inUse.current?.focus()
              }}
            >
              {t('fit.toPublished')}
            </button>
          </div>
        )}
      </div>
      {/* Always there, or what appears in it is not read aloud. */}
      <div role="status" className="fitresult">
        {fit.kind === 'working' && <p className="sr">{t('fit.begun')}</p>}
        {fit.kind === 'failed' && <p className="problem">{t(`fit.${fit.reason}`)}</p>}
        {fit.kind === 'unreadable' && <p className="problem">{t(`storage.${fit.reason}`)}</p>}
        {fit.kind === 'done' && <Outcome outcome={fit.outcome} />}
      </div>
    </section>
  )
}

const InUse = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { at, offsetMin } = useStudy().now()
  const isFitted = useProgress((state) => state.progress.fitted !== null)
  const from = useProgress((state) => state.progress.fittedFrom)
  if (!isFitted || from === null) return t('fit.usesPublished')
  const when = dayFromNow(studyDay(from.at, offsetMin) - studyDay(at, offsetMin), lang)
  return from.reviews === null ? t('fit.usesOwn', { when }) : t('fit.usesOwnOf', { when, count: from.reviews })
}

const Share = ({ share }: { share: number }) => {
  const { t } = useTranslation()
  const percent = Math.round(share * 100)
  return (
    <>
      <progress max={100} value={percent} aria-label={t('fit.begun')} />
      <span className="num" aria-hidden="true">
        {t('fit.percent', { percent })}
      </span>
    </>
  )
}

const Outcome = ({ outcome }: { outcome: FitOutcome }) => {
  const { t } = useTranslation()
  const { reviews, published, fitted } = outcome.trial
  return (
    <>
      <p>{outcome.kind === 'better' ? t('fit.better', { count: outcome.reviews }) : t('fit.notBetter')}</p>
      <table className="num">
        <caption>{t('fit.trial', { count: reviews })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fit.parameters')}</th>
            <th scope="col">{t('fit.logLoss')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('fit.ofPublished')}</th>
            <td>{published.toFixed(4)}</td>
          </tr>
          <tr>
            <th scope="row">{t('fit.ofFitted')}</th>
            <td>{fitted.toFixed(4)}</td>
          </tr>
        </tbody>
      </table>
      <details className="why">
        <summary>{t('fit.lossWhat')}</summary>
        <p>{t('fit.lossText')}</p>
      </details>
    </>
  )
}
