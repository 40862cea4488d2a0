import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isCard, type ItemStub } from '../../core/content/types.ts'
import { type FactId, sectionPath } from '../../core/ids.ts'
import { type Leech, leeches } from '../../core/schedule/leeches.ts'
import type { StudyAct } from '../../core/history/events.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useDone } from '../../stores/useDone.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useItem } from '../../stores/useTopic.ts'
import { ActDone } from '../../ui/ActDone.tsx'
import { Blocks } from '../../ui/Blocks.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useItemWords } from '../../ui/useItemWords.ts'
import './leeches.css'

/** Facts that asking does not teach: each with what may help, and the way back into review. */
export const Leeches = () => {
  const { t } = useTranslation()
  const { links } = useStudy().catalog
  const progress = useProgress((state) => state.progress)
  const found = leeches(progress, links)
  const { done, act, takeBack } = useDone()
  return (
    <div className="page">
      <title>{t('title.page', { name: t('leeches.title') })}</title>
      <div className="pagehead">
        <h1>{t('leeches.title')}</h1>
      </div>
      {done && <ActDone key={done.turn} text={done.text} onUndo={done.ids.length > 0 ? () => takeBack(t('care.did.undone')) : undefined} />}
      {found.length === 0 ? (
        <Empty
          title={t('leeches.none')}
          action={
            <Link className="btn" to="/">
              {t('review.toToday')}
            </Link>
          }
        >
          {t('leeches.noneText')}
        </Empty>
      ) : (
        <>
          <p className="muted about">{t('leeches.lead')}</p>
          <ul className="leeches">
            <Suspense>
              {found.map((leech) => (
                <LeechRow key={leech.fact} leech={leech} onAct={act} />
              ))}
            </Suspense>
          </ul>
        </>
      )}
    </div>
  )
}

interface LeechRowProps {
  readonly leech: Leech
  readonly onAct: (acts: readonly StudyAct[], text: string) => void
}

const LeechRow = ({ leech, onAct }: LeechRowProps) => {
  const { t } = useTranslation()
  const { itemsOfFact } = useStudy().catalog.links
  const [first] = leech.items
  return (
    <li>
      {first !== undefined && <Fact item={first} />}
      <p className="meta num">{t('leeches.lapses', { count: leech.memory.lapses })}</p>
      {leech.confusable.length > 0 && (
        <section aria-label={t('leeches.confusable')} className="sidebyside">
          <p className="meta">{t('leeches.confusable')}</p>
          {leech.confusable.map((fact: FactId) => {
            const [other] = itemsOfFact.get(fact) ?? []
            return other && <Fact key={fact} item={other} />
          })}
        </section>
      )}
      <p className="ways">
        <Link className="btn" to={sectionPath(leech.section)}>
          {t('leeches.read')}
        </Link>
        <button type="button" className="btn" onClick={() => onAct([{ kind: 'released', fact: leech.fact }], t('leeches.released'))}>
          {t('leeches.release')}
        </button>
        <button
          type="button"
          className="linkbtn"
          onClick={() =>
            onAct(
              leech.items.map((item) => ({ kind: 'suspended', item: item.id })),
              t('care.did.suspended'),
            )
          }
        >
          {t('leeches.suspend')}
        </button>
      </p>
    </li>
  )
}

/** A fact in its own words: the card that states it, or what its question asks. */
const Fact = ({ item: stub }: { item: ItemStub }) => {
  const lang = useLang()
  const { item, topic } = useItem(stub.id, lang)
  const itemWords = useItemWords()
  if (!isCard(item)) return <p className="taught">{itemWords(item)}</p>
  return (
    <div>
      <p className="taught">{itemWords(item)}</p>
      <Blocks blocks={item.answer} setting={{ lang, sources: topic.sources, terms: topic.terms }} />
    </div>
  )
}
