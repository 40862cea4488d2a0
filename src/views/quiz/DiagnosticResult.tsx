import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Attempt } from '../../core/history/foldAttempt.ts'
import { sectionPath } from '../../core/ids.ts'
import { diagnosticShares, type ShareKnown, whereToBegin } from '../../core/mastery/diagnostic.ts'
import { diagnosticQuestions } from '../../core/mastery/diagnosticLength.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { ResultFrame } from '../../ui/ResultFrame.tsx'
import { TitledSection } from '../../ui/TitledSection.tsx'
import { AnsweredItem } from './AnsweredItem.tsx'

interface DiagnosticResultProps {
  readonly attempt: Attempt
  /** It can be gone on with. */
  readonly open: boolean
  readonly onUndo: (() => void) | undefined
}

const percent = (share: number): number => Math.round(100 * share)

/** What a diagnostic says by area with its range, where to begin, and every question with its reasons. */
export const DiagnosticResult = ({ attempt, open, onUndo }: DiagnosticResultProps) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const { overall, areas } = diagnosticShares(attempt, catalog.links)
  const topicId = whereToBegin(progress, catalog.links, now())
  const topic = topicId && catalog.links.topics.get(topicId)
  const section = topic?.sections.find(({ id }) => !progress.read.has(id)) ?? topic?.sections[0]
  const items = attempt.items.filter((item) => catalog.links.items.has(item))
  const missed = items.filter((item) => attempt.answers.get(item)?.verdict !== 'correct')
  const rights = items.filter((item) => !missed.includes(item))
  const count = items.length
  const rangeOf = ({ mean, low, high }: ShareKnown) => ({ mean: percent(mean), low: percent(low), high: percent(high) })
  return (
    <ResultFrame
      name={t('diagnostic.name')}
      leaveTo="/"
      title={t('diagnostic.result')}
      total={count}
      progressLabel={t('diagnostic.result')}
      onUndo={onUndo}
      bar={
        <>
          {open ? (
            <Link className="btn big" to="?">
              {t('diagnostic.goOn')}
            </Link>
          ) : (
            <Link className="btn big" to="/">
              {t('diagnostic.toToday')}
            </Link>
          )}
          {topic !== undefined && section !== undefined && (
            <Link className="btn primary big" to={sectionPath(section.id)}>
              {t('diagnostic.start')}
            </Link>
          )}
        </>
      }
    >
      <p className="num">
        {sentences(
          lang,
          t(open ? 'diagnostic.left' : count < diagnosticQuestions ? 'diagnostic.sure' : 'diagnostic.whole', { count }),
          t('diagnostic.overall', { mean: t('diagnostic.range', rangeOf(overall)) }),
        )}
      </p>
      <details className="why">
        <summary>{t('diagnostic.how')}</summary>
        <p>{t('diagnostic.howText')}</p>
      </details>
      <TitledSection title={t('diagnostic.areas')}>
        <ul className="rowlist">
          {catalog.catalogue.areas.map(({ id, title }) => {
            const share = areas.get(id)
            if (share === undefined) return null
            return (
              <li key={id}>
                <span>{title[lang]}</span>
                <span className="meta num">
                  {share.asked === 0 ? t('diagnostic.unasked') : t('diagnostic.asked', { count: share.asked, right: share.right })}
                </span>
                <span className="num">{t('diagnostic.range', rangeOf(share))}</span>
              </li>
            )
          })}
        </ul>
      </TitledSection>
      {topic !== undefined && (
        <TitledSection title={t('diagnostic.begin')}>
          <p>
            <Link to={`/topics/${topic.id}`}>{topic.title[lang]}</Link>
          </p>
          <p className="muted">{t('diagnostic.beginText')}</p>
        </TitledSection>
      )}
      <p className="muted">{t('diagnostic.inReview')}</p>
      {[
        { title: t('diagnostic.missed'), of: missed },
        { title: t('diagnostic.rights'), of: rights },
      ].map(
        ({ title, of }) =>
          of.length > 0 && (
            <TitledSection key={title} title={title}>
              <Suspense>
                {of.map((item) => (
                  <AnsweredItem key={item} attempt={attempt} id={item} open={false} />
                ))}
              </Suspense>
            </TitledSection>
          ),
      )}
    </ResultFrame>
  )
}
