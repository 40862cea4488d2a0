import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isCard, type ItemStub } from '../../core/content/types.ts'
import type { FactId } from '../../core/ids.ts'
import { type ConfusionPair, confusionPairs } from '../../core/mastery/confusionPairs.ts'
import { drillPath } from '../../core/mastery/drillAim.ts'
import { planDrill } from '../../core/mastery/planDrill.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useItem } from '../../stores/useTopic.ts'
import { TitledSection } from '../../ui/TitledSection.tsx'
import { firstWords } from '../../ui/plainText.ts'
import { useItemWords } from '../../ui/useItemWords.ts'
import { namingItem } from './namingItem.ts'

const pairsShown = 5

/** What is taken for what: both sides in their own words, what happened, and a drill that asks both in turn. */
export const Confusions = () => {
  const { t } = useTranslation()
  const { links } = useStudy().catalog
  const progress = useProgress((state) => state.progress)
  const pairs = confusionPairs(progress, links).slice(0, pairsShown)
  return (
    <TitledSection title={t('weak.confusions')}>
      {pairs.length === 0 ? (
        <p className="muted about">{t('weak.noConfusions')}</p>
      ) : (
        <ul className="confuse">
          <Suspense>
            {pairs.map((pair) => (
              <PairRow key={pair.facts.join(' ')} pair={pair} />
            ))}
          </Suspense>
        </ul>
      )}
    </TitledSection>
  )
}

const PairRow = ({ pair }: { pair: ConfusionPair }) => {
  const { links } = useStudy().catalog
  const [one, other] = pair.facts.map((fact) => namingItem(fact, links))
  return one !== undefined && other !== undefined && <Told pair={pair} one={one} other={other} />
}

const Told = ({ pair, one, other }: { pair: ConfusionPair; one: ItemStub; other: ItemStub }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const words = { [one.fact]: useFactWords(one), [other.fact]: useFactWords(other) }
  const nameOf = (fact: FactId): string => words[fact]?.name ?? ''
  const aim = { kind: 'apart', facts: pair.facts } as const
  const { length } = planDrill(aim, progress, catalog.links, now()).entries
  return (
    <li>
      <div className="pair">
        <Side words={words[one.fact]} />
        <b>
          <span aria-hidden="true">≠</span>
          <span className="sr">{t('weak.isNot')}</span>
        </b>
        <Side words={words[other.fact]} />
      </div>
      <p className="reason num">
        {sentences(
          lang,
          ...pair.directions.map(({ asked, given, count }) => t('weak.tookFor', { count, asked: nameOf(asked), given: nameOf(given) })),
          pair.resolved && t('weak.resolved'),
        )}
      </p>
      {length > 0 && (
        <Link className="btn" to={drillPath(aim)}>
          {t('weak.apart', { count: length })}
          <span className="sr">
            {nameOf(pair.facts[0])} ≠ {nameOf(pair.facts[1])}
          </span>
        </Link>
      )}
    </li>
  )
}

interface FactWords {
  readonly name: string
  /** What the card answers; of a question nothing, since its answer needs its options. */
  readonly definition: string | null
}

const useFactWords = (stub: ItemStub): FactWords => {
  const { item } = useItem(stub.id, useLang())
  const itemWords = useItemWords()
  return { name: itemWords(item), definition: isCard(item) ? firstWords(item.answer) : null }
}

const Side = ({ words }: { words: FactWords | undefined }) => (
  <p>
    <span className="taught">{words?.name}</span>
    {words?.definition != null && <small>{words.definition}</small>}
  </p>
)
