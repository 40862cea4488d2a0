import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemId } from '../../core/ids.ts'
import type { ItemHistory } from '../../core/history/foldItem.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useDone } from '../../stores/useDone.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useItem } from '../../stores/useTopic.ts'
import { ActDone } from '../../ui/ActDone.tsx'
import { useItemWords } from '../../ui/useItemWords.ts'

type Listed = readonly [ItemId, ItemHistory]

/** What was set aside or marked during review, each with the way back. */
export const ItemRows = () => {
  const { t } = useTranslation()
  const { links } = useStudy().catalog
  const items = useProgress((state) => state.progress.items)
  const { done, act, takeBack } = useDone()
  const known: readonly Listed[] = [...items].filter(([id]) => links.items.has(id))
  const suspended = known.filter(([, history]) => history.suspended)
  const marked = known.filter(([, history]) => history.note !== null)
  return (
    <>
      {done && <ActDone key={done.turn} text={done.text} onUndo={done.ids.length > 0 ? () => takeBack(t('care.did.undone')) : undefined} />}
      <Rows
        id="suspended"
        title={t('settings.suspended', { count: suspended.length })}
        items={suspended}
        act={(id) => act([{ kind: 'resumed', item: id }], t('settings.resumed'))}
        actLabel={t('flashcards.resume')}
      />
      <Rows
        id="marked"
        title={t('settings.marked', { count: marked.length })}
        items={marked}
        withNotes
        act={(id) => act([{ kind: 'unmarked', item: id }], t('care.did.unmarked'))}
        actLabel={t('care.unmark')}
      />
    </>
  )
}

interface RowAct {
  readonly act: (item: ItemId) => void
  readonly actLabel: string
}

interface RowsProps extends RowAct {
  readonly id: string
  readonly title: string
  readonly items: readonly Listed[]
  readonly withNotes?: boolean
}

const Rows = ({ id, title, items, withNotes = false, ...rowAct }: RowsProps) => {
  if (items.length === 0) return null
  return (
    <section className="sec" aria-labelledby={id}>
      <div className="sechead">
        <h2 id={id}>{title}</h2>
      </div>
      <ul className="rowlist">
        <Suspense>
          {items.map(([item, { note }]) => (
            <Row key={item} id={item} note={withNotes ? note : null} {...rowAct} />
          ))}
        </Suspense>
      </ul>
    </section>
  )
}

interface RowProps extends RowAct {
  readonly id: ItemId
  readonly note: string | null
}

const Row = ({ id, note, act, actLabel }: RowProps) => {
  const { item } = useItem(id, useLang())
  const itemWords = useItemWords()
  return (
    <li>
      <span>
        {itemWords(item)}
        {note !== null && note !== '' && <span className="meta"> {note}</span>}
      </span>
      <button type="button" className="linkbtn" onClick={() => act(id)}>
        {actLabel}
      </button>
    </li>
  )
}
