import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { answerKind, type ItemStub } from '../../core/content/types.ts'
import type { Links } from '../../core/history/links.ts'
import type { Progress } from '../../core/history/progress.ts'
import { type FactId, type SectionId, sectionPath, topicOf } from '../../core/ids.ts'
import { type ItemOrder, itemOrders, type ItemRow, itemRows } from '../../core/statistics/itemRows.ts'
import type { Remembered } from '../../core/statistics/memories.ts'
import type { StudyDay } from '../../core/time.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useItem } from '../../stores/useTopic.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { useItemWords } from '../../ui/useItemWords.ts'
import { usePhrases } from './usePhrases.ts'

const pageSize = 25
/** Whole days, or tenths where those would be 0 or 1. */
const daysHeld = (stability: number): number => (stability < 2 ? Math.round(10 * stability) / 10 : Math.round(stability))

/** The items that are looked at, with what is known of each. */
export const ItemTable = ({
  items,
  progress,
  facts,
  links,
  today,
}: {
  items: readonly ItemStub[]
  progress: Progress
  facts: ReadonlyMap<FactId, Remembered>
  links: Links
  today: StudyDay
}) => {
  const { t } = useTranslation()
  const [order, setOrder] = useState<ItemOrder>('recall')
  const [downwards, setDownwards] = useState(false)
  const [page, setPage] = useState(0)
  const rows = itemRows(items, progress, facts, order, downwards)
  // A filter may leave fewer pages than there were.
  const from = Math.min(page, Math.max(0, Math.ceil(rows.length / pageSize) - 1)) * pageSize
  const shown = rows.slice(from, from + pageSize)
  return (
    <section className="sec" aria-labelledby="items">
      <div className="sechead">
        <h2 id="items">{t('progress.items.title')}</h2>
      </div>
      <div className="filters">
        <select
          className="field"
          aria-label={t('progress.items.order')}
          value={order}
          onChange={({ target }) => {
            setOrder(itemOrders.find((each) => each === target.value) ?? 'recall')
            setPage(0)
          }}
        >
          {itemOrders.map((each) => (
            <option key={each} value={each}>
              {t(`progress.items.orders.${each}`)}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="btn"
          onClick={() => {
            setDownwards(!downwards)
            setPage(0)
          }}
        >
          {t(downwards ? 'progress.items.downwards' : 'progress.items.upwards')}
        </button>
      </div>
      <table className="num values items">
        <thead>
          <tr>
            <th scope="col">{t('progress.items.item')}</th>
            <th scope="col">{t('progress.items.recall')}</th>
            <th scope="col">{t('progress.items.due')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.item.id} row={row} links={links} today={today} />
          ))}
        </tbody>
      </table>
      <div className="paging">
        <p className="muted num" role="status">
          {t('progress.items.shown', { from: Math.min(rows.length, from + 1), to: from + shown.length, count: rows.length })}
        </p>
        <p className="ways">
          {from > 0 && (
            <button type="button" className="btn" onClick={() => setPage(from / pageSize - 1)}>
              {t('progress.items.previous')}
            </button>
          )}
          {from + pageSize < rows.length && (
            <button type="button" className="btn" onClick={() => setPage(from / pageSize + 1)}>
              {t('progress.items.next')}
            </button>
          )}
        </p>
      </div>
    </section>
  )
}

const Row = ({ row: { item, history, fact }, links, today }: { row: ItemRow; links: Links; today: StudyDay }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const phrase = usePhrases()
  const topic = links.topics.get(topicOf(item.section))
  const heading = <SectionName section={item.section} links={links} />
  const days = (fact?.dueDay ?? today) - today
  return (
    <tr>
      <th scope="row">
        <Link to={sectionPath(item.section)}>
          <Boundary fallback={() => heading}>
            <Suspense fallback={heading}>
              <ItemName item={item} />
            </Suspense>
          </Boundary>
        </Link>
        <span className="meta">
          {t(`progress.kinds.${answerKind(item.kind)}`)} · {topic?.title[lang]}
          {history !== undefined && history.answers > 0 && <> · {t('progress.items.answered', { count: history.answers })}</>}
          {fact !== undefined && <> · {t('progress.items.holds', { days: daysHeld(fact.memory.stability) })}</>}
          {fact !== undefined && fact.memory.lapses > 0 && <> · {t('progress.items.lost', { count: fact.memory.lapses })}</>}
        </span>
      </th>
      {fact === undefined ? (
        <td className="meta" colSpan={2}>
          {t('progress.items.unseen')}
        </td>
      ) : (
        <>
          <td>{phrase.share(fact.recall)}</td>
          <td>{days <= 0 ? t('progress.items.dueNow') : dayFromNow(days, lang)}</td>
        </>
      )}
    </tr>
  )
}

const SectionName = ({ section, links }: { section: SectionId; links: Links }) => {
  const lang = useLang()
  return links.topics.get(topicOf(section))?.sections.find(({ id }) => id === section)?.heading[lang] ?? section
}

/** The item's own words, once its topic is there. */
const ItemName = ({ item: stub }: { item: ItemStub }) => {
  const { item } = useItem(stub.id, useLang())
  return useItemWords()(item)
}
