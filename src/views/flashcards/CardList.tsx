import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCard, type ItemStub, type Lang } from '../../core/content/types.ts'
import { studyDay } from '../../core/time.ts'
import { dueDays } from '../../core/schedule/dueDays.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { useItem } from '../../stores/useTopic.ts'
import { firstWords } from '../../ui/plainText.ts'

interface CardListProps {
  readonly cards: readonly ItemStub[]
  readonly current: number
  readonly onOpen: (place: number) => void
}

/** Every card of the pile: which is shown, when each comes back, and those set aside. Closed it costs a grade nothing. */
export const CardList = (props: CardListProps) => {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="cardlist" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('flashcards.list', { count: props.cards.length })}</summary>
      {isOpen && <CardRows {...props} />}
    </details>
  )
}

const CardRows = ({ cards, current, onOpen }: CardListProps) => {
  const lang = useLang()
  const { now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const moment = now()
  const today = studyDay(moment.at, moment.offsetMin)
  const days = dueDays(progress, moment)
  const waitOf = (stub: ItemStub): number | null => {
    const day = days.get(stub.fact)
    return day === undefined ? null : day - today
  }
  return (
    <ol>
      <Suspense>
        {cards.map((stub, place) => (
          <CardRow key={stub.id} stub={stub} lang={lang} current={place === current} due={waitOf(stub)} onOpen={() => onOpen(place)} />
        ))}
      </Suspense>
    </ol>
  )
}

const CardRow = ({
  stub,
  lang,
  current,
  due,
  onOpen,
}: {
  stub: ItemStub
  lang: Lang
  current: boolean
  /** Days until it comes back; `null`: never asked. */
  due: number | null
  onOpen: () => void
}) => {
  const { t } = useTranslation()
  const { item } = useItem(stub.id, lang)
  const suspended = useProgress((state) => state.progress.items.get(stub.id)?.suspended === true)
  const record = useProgress((state) => state.record)
  if (!isCard(item)) return null
  return (
    <li aria-current={current ? 'true' : undefined}>
      <button type="button" className="rowbtn" onClick={onOpen}>
        {firstWords(item.prompt)}
      </button>
      <span className="meta num">
        {suspended
          ? t('flashcards.suspended')
          : due === null
            ? t('flashcards.unseen')
            : due <= 0
              ? t('flashcards.due')
              : dayFromNow(due, lang)}
      </span>
      {suspended && (
        <button type="button" className="linkbtn" onClick={() => record([{ kind: 'resumed', item: stub.id }])}>
          {t('flashcards.resume')}
        </button>
      )}
    </li>
  )
}
