import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ItemStub } from '../../core/content/types.ts'
import { sectionPath } from '../../core/ids.ts'
import type { FactLoss } from '../../core/mastery/lostMarks.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { useItem } from '../../stores/useTopic.ts'
import { useItemWords } from '../../ui/useItemWords.ts'
import { namingItem } from './namingItem.ts'

/** Facts told by name; the others are counted. */
const told = 10

/** The very facts behind a number, the one that loses most first. Their words are loaded once they are wanted. */
export const Behind = ({ losses }: { losses: readonly FactLoss[] }) => {
  const { t } = useTranslation()
  const { links } = useStudy().catalog
  const [isOpen, setOpen] = useState(false)
  const costly = losses.filter(({ lost }) => lost >= leastShown)
  return (
    <details className="why behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('weak.behind', { count: losses.length })}</summary>
      {isOpen && (
        <Suspense>
          <ul>
            {costly.slice(0, told).map((loss) => {
              const item = namingItem(loss.fact, links)
              return item && <FactLine key={loss.fact} loss={loss} stub={item} />
            })}
          </ul>
          {losses.length > told && (
            <p className="meta num">{t('weak.behindMore', { count: losses.length - Math.min(told, costly.length) })}</p>
          )}
        </Suspense>
      )}
    </details>
  )
}

/** Marks of 100 below which a fact loses nothing that could be shown. */
const leastShown = 0.005

const FactLine = ({ loss, stub }: { loss: FactLoss; stub: ItemStub }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { item } = useItem(stub.id, lang)
  const itemWords = useItemWords()
  return (
    <li>
      <Link to={sectionPath(stub.section)}>{itemWords(item)}</Link>
      <span className="meta num">{t(`weak.loss.${loss.kind}`, { recall: Math.round(100 * loss.recall), lost: loss.lost.toFixed(2) })}</span>
    </li>
  )
}
