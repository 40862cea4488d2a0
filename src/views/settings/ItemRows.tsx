import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { isCard } from '../../core/content/types.ts'
import type { ItemId } from '../../core/ids.ts'
import type { ItemHistory } from '../../core/history/foldItem.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { useItem } from '../../stores/useTopic.ts'
import { askingWords, firstWords } from '../../ui/plainText.ts'

type Listed = readonly [ItemId, ItemHistory]

/** What was set aside or marked during review, each with the way back. */
export const ItemRows = () => {
  const { t } = useTranslation()
  const { links } = useStudy().catalog
  const items = useProgress((state) => state.progress.items)
  const known: readonly Listed[] = [...items].filter(([id]) => links.items.has(id))
  const suspended = known.filter(([, history]) => history.suspended)
  const marked = known.filter(([, history]) => history.note !== null)
  return (
    <>
      <Rows
        id="suspended"
        title={t('settings.suspended', { count: suspended.length })}
        items={suspended}
        act={{ kind: 'resumed', label: t('flashcards.resume') }}
      />
      <Rows
        id="marked"
        title={t('settings.marked', { count: marked.length })}
        items={marked}
        act={{ kind: 'unmarked', label: t('care.unmark') }}
      />
    </>
  )
}

interface RowAct {
  readonly kind: 'resumed' | 'unmarked'
  readonly label: string
}

const Rows = ({ id, title, items, act }: { id: string; title: string; items: readonly Listed[]; act: RowAct }) => {
  if (items.length === 0) return null
  return (
    <section className="sec" aria-labelledby={id}>
      <div className="sechead">
        <h2 id={id}>{title}</h2>
      </div>
      <ul className="rowlist">
        <Suspense>
          {items.map(([item, { note }]) => (
            <Row key={item} id={item} note={act.kind === 'unmarked' ? note : null} act={act} />
          ))}
        </Suspense>
      </ul>
    </section>
  )
}

const Row = ({ id, note, act }: { id: ItemId; note: string | null; act: RowAct }) => {
  const { item } = useItem(id, useLang())
  const record = useProgress((state) => state.record)
  return (
    <li>
      <span>
        {isCard(item) ? firstWords(item.prompt) : askingWords(item.stem)}
        {note !== null && note !== '' && <span className="meta"> {note}</span>}
      </span>
      <button type="button" className="linkbtn" onClick={() => record([{ kind: act.kind, item: id }])}>
        {act.label}
      </button>
    </li>
  )
}
