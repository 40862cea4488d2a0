import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lang, TopicStub } from '../core/content/types.ts'
import type { WeakTopic } from '../core/mastery/weakTopics.ts'
import { LinkContext } from './LinkContext.tsx'
import { MasteryMeter } from './MasteryMeter.tsx'
import { MasteryScore } from './MasteryScore.tsx'
import { WeakSentence } from './WeakSentence.tsx'
import './weakRow.css'

interface WeakRowProps {
  readonly topic: WeakTopic
  readonly stub: TopicStub
  /** The place in the list, from 1, where it is told. */
  readonly rank?: number
  /** Links beside the drill. */
  readonly ways?: ReactNode
  /** What explains the lost marks further: the items behind them. */
  readonly children?: ReactNode
}

const hundred = (share: number): number => Math.round(share * 100)

/** A weak topic: why it is weak in one sentence, what its mastery rests on, and the drill that mends it. A list item of `.weak`. */
export const WeakRow = ({ topic, stub, rank, ways, children }: WeakRowProps) => {
  const { t, i18n } = useTranslation()
  const LinkPart = useContext(LinkContext)
  const lang: Lang = i18n.language === 'ja' ? 'ja' : 'en'
  const { weakness, mastery, drill } = topic
  const title = stub.title[lang]
  const marks = (value: number): string => value.toFixed(1)
  const { parts } = weakness
  const minutes = Math.max(1, Math.round(drill.seconds / 60))
  return (
    <li>
      {rank !== undefined && (
        <span className="rank num" aria-hidden="true">
          {rank}
        </span>
      )}
      <div>
        <h3>
          <LinkPart href={`/topics/${stub.id}`}>{title}</LinkPart>
        </h3>
        <WeakSentence reason={topic.reason} stub={stub} lang={lang} />
        {ways}
        <details className="why lost num">
          <summary>{t('weak.lost', { lost: marks(weakness.lost), marks: marks(weakness.marks) })}</summary>
          <p>{t('weak.lostText', { marks: marks(weakness.marks), right: hundred(weakness.expected), lost: marks(weakness.lost) })}</p>
          <p>
            {t('weak.parts', {
              unseen: marks(parts.unseen),
              faded: marks(parts.faded),
              wrong: marks(parts.wrong),
              slips: marks(weakness.slips),
            })}
          </p>
          {children}
        </details>
      </div>
      <div>
        <MasteryMeter mastery={mastery} />
        <MasteryScore mastery={mastery} scope={{ kind: 'topic', topic: stub.id }} />
      </div>
      {drill.items > 0 ? (
        <LinkPart href={drill.path} className="btn act">
          <span className="sr">{title}</span> {t('weak.drill', { count: drill.items })}{' '}
          <span className="meta num">{t('weak.minutes', { count: minutes })}</span>
        </LinkPart>
      ) : (
        <p className="meta act">{t('drill.nothing')}</p>
      )}
    </li>
  )
}
