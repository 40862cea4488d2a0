import { Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { preloadItems } from '../../catalog/catalog.ts'
import { isCard, type ItemStub, type Lang, type TopicStub } from '../../core/content/types.ts'
import type { Grade } from '../../core/history/events.ts'
import { type EventId, sectionPath } from '../../core/ids.ts'
import { daysUntilReturn } from '../../core/schedule/dueDays.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { useItem } from '../../stores/useTopic.ts'
import { CardFace } from '../../ui/CardFace.tsx'
import { GradeBar } from '../../ui/GradeBar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Key } from '../../ui/Key.tsx'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import { LanguageButton } from '../../ui/LanguageButton.tsx'
import { LeaveLink } from '../../ui/LeaveLink.tsx'
import { SavedMark } from '../../ui/SavedMark.tsx'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { useSaved } from '../../stores/useSaved.ts'
import { CardList } from './CardList.tsx'

interface Graded {
  readonly position: number
  readonly events: readonly EventId[]
}

/** Leafing through cards is practice: the schedule changes only when the learner says so. */
export const Leafing = ({ cards, topic }: { cards: readonly ItemStub[]; topic: TopicStub | undefined }) => {
  const { t } = useTranslation()
  const uiLang = useLang()
  const { catalog, now } = useStudy()
  const record = useProgress((state) => state.record)
  const retract = useProgress((state) => state.retract)
  const progress = useProgress((state) => state.progress)
  const [position, setPosition] = useState(0)
  const [revealed, setRevealed] = useState(false)
  const [counts, setCounts] = useState(false)
  const [otherLang, setOtherLang] = useState(false)
  const [past, setPast] = useState<readonly Graded[]>([])
  const [startedAt, setStartedAt] = useState(() => now().at)
  const [moved, setMoved] = useState(false)
  const saved = useSaved()
  const stub = cards[position]
  const lang: Lang = otherLang ? (uiLang === 'ja' ? 'en' : 'ja') : uiLang

  useEffect(() => {
    if (stub !== undefined) preloadItems(catalog, [stub.id], lang)
  }, [catalog, stub, lang])

  const goTo = (place: number): void => {
    if (place < 0 || place >= cards.length) return
    setPosition(place)
    setRevealed(false)
    setMoved(true)
    setStartedAt(now().at)
  }
  const grade = (value: Grade): void => {
    if (stub === undefined || !revealed) return
    const events = record([
      { kind: 'reviewed', item: stub.id, grade: value, tookMs: now().at - startedAt, where: counts ? 'review' : 'flashcards' },
    ])
    setPast([...past, { position, events }])
    goTo((position + 1) % cards.length)
  }
  const undo = (): void => {
    const last = past.at(-1)
    if (last === undefined) return
    retract(last.events)
    setPast(past.slice(0, -1))
    goTo(last.position)
  }
  const showOrGood = (): void => (revealed ? grade(3) : setRevealed(true))
  useKeys({
    ' ': showOrGood,
    enter: showOrGood,
    1: () => grade(1),
    2: () => grade(2),
    3: () => grade(3),
    4: () => grade(4),
    arrowright: () => goTo(position + 1),
    arrowleft: () => goTo(position - 1),
    u: undo,
    'mod+z': undo,
    l: () => setOtherLang(!otherLang),
  })
  if (stub === undefined) return null
  const returns = (value: Grade): string =>
    counts ? dayFromNow(daysUntilReturn(stub.fact, value, progress, now()), uiLang) : t('flashcards.unchanged')
  return (
    <SessionFrame
      leave={<LeaveLink to={topic === undefined ? '/topics' : `/topics/${topic.id}`} />}
      name={t('nav.flashcards')}
      position={position + 1}
      total={cards.length}
      progressLabel={t('session.position', { position: position + 1, total: cards.length })}
      tools={
        <>
          <SavedMark state={saved} />
          <UndoButton enabled={past.length > 0} onUndo={undo} />
          <LanguageButton shown={lang} onSwitch={() => setOtherLang(!otherLang)} />
        </>
      }
      bar={
        revealed ? (
          <GradeBar keys returns={returns} onGrade={grade} />
        ) : (
          <div className="leaf">
            <button
              type="button"
              className="btn big"
              disabled={position === 0}
              onClick={() => goTo(position - 1)}
              aria-label={t('flashcards.previous')}
            >
              <Key>←</Key>
              <Icon name="back" />
            </button>
            <button type="button" className="btn primary big show" onClick={() => setRevealed(true)}>
              {t('card.show')}
              <Key>Space</Key>
            </button>
            <button
              type="button"
              className="btn big"
              disabled={position === cards.length - 1}
              onClick={() => goTo(position + 1)}
              aria-label={t('flashcards.next')}
            >
              <Icon name="forward" />
              <Key>→</Key>
            </button>
          </div>
        )
      }
    >
      <title>
        {t('title.page', { name: topic === undefined ? t('nav.flashcards') : `${t('nav.flashcards')}: ${topic.title[uiLang]}` })}
      </title>
      <div className="col">
        <Suspense fallback={<div className="box bleed card" />}>
          <Face key={`${stub.id} ${lang}`} stub={stub} lang={lang} revealed={revealed} steady={!moved} />
        </Suspense>
        <Counting counts={counts} onChange={setCounts} />
        <CardList cards={cards} current={position} onOpen={goTo} />
      </div>
    </SessionFrame>
  )
}

const Face = ({ stub, lang, revealed, steady }: { stub: ItemStub; lang: Lang; revealed: boolean; steady: boolean }) => {
  const { t } = useTranslation()
  const { item, section, topic } = useItem(stub.id, lang)
  const prompt = useRef<HTMLHeadingElement>(null)
  const answer = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the face shown, not what it holds
  useEffect(() => {
    if (revealed) answer.current?.focus({ preventScroll: true })
    else if (!steady) prompt.current?.focus({ preventScroll: true })
  }, [revealed])
  if (!isCard(item)) return null
  const crumb = <Link to={sectionPath(section.id)}>{topic.title}</Link>
  return (
    <CardFace
      card={item}
      setting={{ lang, sources: topic.sources, terms: topic.terms }}
      revealed={revealed}
      crumb={crumb}
      kind={t(`kind.${item.kind}`)}
      promptRef={prompt}
      answerRef={answer}
    />
  )
}

const Counting = ({ counts, onChange }: { counts: boolean; onChange: (counts: boolean) => void }) => {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="under">
      <label className="check">
        <input
          type="checkbox"
          className="plain"
          checked={counts}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={id}
        />
        {t('flashcards.count')}
      </label>
      <p className="meta" id={id}>
        {t(counts ? 'flashcards.counted' : 'flashcards.notCounted')}
      </p>
    </div>
  )
}
