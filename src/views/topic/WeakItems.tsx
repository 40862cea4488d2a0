import { useTranslation } from 'react-i18next'
import type { Item, Topic } from '../../core/content/types.ts'
import { isCard } from '../../core/content/types.ts'
import { weakFacts } from '../../core/mastery/weakFacts.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { Blocks, type Setting } from '../../ui/Blocks.tsx'
import { RightAnswer } from '../../ui/question/RightAnswer.tsx'
import { useItemWords } from '../../ui/useItemWords.ts'

/** So many fit on a sheet or two. */
const mostShown = 30

/** Of the items that ask a fact the one that reads best on paper: a card, else a question, else an exercise, whose numbers change. */
const itemToShow = (items: readonly Item[]): Item | undefined =>
  items.find((item) => item.kind === 'card') ?? items.find(isCard) ?? items.find((item) => item.kind !== 'exercise') ?? items[0]

/** What this learner forgets of the topic: prompt, answer, and why it stands here. */
export const WeakItems = ({ topic, setting }: { topic: Topic; setting: Setting }) => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const items = topic.sections.flatMap((section) => section.items)
  const isAsked = items.some((item) => progress.facts.has(item.fact))
  const weak = weakFacts(topic.id, progress, catalog.links, now()).flatMap((loss) => {
    const item = itemToShow(items.filter(({ fact }) => fact === loss.fact))
    return item === undefined ? [] : [{ ...loss, item }]
  })
  return (
    <section aria-labelledby="weak">
      <h2 id="weak">{t('summary.weak')}</h2>
      {weak.length === 0 ? (
        <p>{t(isAsked ? 'summary.noneWeak' : 'summary.notAsked')}</p>
      ) : (
        <>
          <p className="meta num">
            {weak.length > mostShown ? t('summary.weakMost', { count: mostShown, all: weak.length }) : t('summary.weakText')}
          </p>
          <ol className="weakitems">
            {weak.slice(0, mostShown).map(({ fact, item, kind, recall }) => (
              <li key={fact}>
                <Prompt item={item} setting={setting} />
                <div className="right">
                  <RightAnswer item={item} setting={setting} />
                </div>
                <p className="meta num">
                  {kind === 'wrong' ? t('summary.lastWrong') : t('summary.faded', { percent: Math.round(100 * recall) })}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

const Prompt = ({ item, setting }: { item: Item; setting: Setting }) => {
  const words = useItemWords()
  return (
    <div className="asked">
      {item.kind === 'exercise' ? <p>{words(item)}</p> : <Blocks blocks={isCard(item) ? item.prompt : item.stem} setting={setting} />}
    </div>
  )
}
