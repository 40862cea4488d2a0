import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Card, isCard, type Section } from '../../core/content/types.ts'
import type { Grade } from '../../core/history/events.ts'
import type { Progress } from '../../core/history/progress.ts'
import { daysUntilReturn, dueDays } from '../../core/schedule/dueDays.ts'
import { type Moment, studyDay } from '../../core/time.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { GradeBar } from '../../ui/GradeBar.tsx'
import { Blocks, type Setting } from '../../ui/Blocks.tsx'
import { Sources } from '../../ui/Sources.tsx'

/** One card a fact, those written as prompts first: they were made to be asked here. */
const cardsToAsk = (section: Section): readonly Card[] => {
  const cards = section.items.filter(isCard)
  const prompts = cards.filter((card) => card.kind === 'card')
  const chosen = prompts.length > 0 ? prompts : cards
  return chosen.filter((card, index) => chosen.findIndex((other) => other.fact === card.fact) === index)
}

const answeredToday = (card: Card, progress: Progress, now: Moment): boolean =>
  progress.facts.get(card.fact)?.lastDay === studyDay(now.at, now.offsetMin)

/** Recall right after the section that taught it: the first answer, and so the start of a memory. */
export const RecallBox = ({ section, setting }: { section: Section; setting: Setting }) => {
  const { t } = useTranslation()
  const { now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const record = useProgress((state) => state.record)
  const cards = cardsToAsk(section)
  const [position, setPosition] = useState(() => {
    const open = cards.findIndex((card) => !answeredToday(card, progress, now()))
    return open < 0 ? cards.length : open
  })
  const [revealed, setRevealed] = useState(false)
  const [startedAt, setStartedAt] = useState(() => now().at)
  const moved = useRef(false)
  const prompt = useRef<HTMLDivElement>(null)
  const answer = useRef<HTMLElement>(null)
  const name = useId()
  const box = useRef<HTMLElement>(null)

  // The first card counts from when it is seen, not from when the page was opened to be read.
  useEffect(() => {
    if (box.current === null || typeof IntersectionObserver === 'undefined') return undefined
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      setStartedAt(now().at)
      seen.disconnect()
    })
    seen.observe(box.current)
    return () => seen.disconnect()
  }, [now])
  const card = cards[position]

  // The eye goes to the answer, then to the next prompt; nothing moves before the learner acts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the face shown changes
  useEffect(() => {
    if (moved.current) (revealed ? answer : prompt).current?.focus({ preventScroll: true })
  }, [revealed, position])

  if (cards.length === 0) return null
  const show = (): void => {
    moved.current = true
    setRevealed(true)
  }
  const grade = (value: Grade): void => {
    if (card === undefined) return
    const { at } = now()
    const unread = !progress.read.has(section.id)
    record([
      ...(unread ? [{ kind: 'read', section: section.id } as const] : []),
      { kind: 'reviewed', item: card.id, grade: value, tookMs: at - startedAt, where: 'topic' },
    ])
    setRevealed(false)
    setStartedAt(at)
    setPosition(position + 1)
  }
  if (card === undefined) {
    const today = studyDay(now().at, now().offsetMin)
    const days = dueDays(progress, now())
    const returns = cards.flatMap((done) => {
      const day = days.get(done.fact)
      return day === undefined ? [] : [Math.max(1, day - today)]
    })
    return (
      <div className="recalled" ref={prompt} tabIndex={-1}>
        {/* Another tab may have taken every answer back. */}
        {returns.length > 0 && (
          <p className="muted num">{t('recall.done', { count: cards.length, when: dayFromNow(Math.min(...returns), setting.lang) })}</p>
        )}
        <button
          type="button"
          className="linkbtn"
          onClick={() => {
            moved.current = true
            setPosition(0)
          }}
        >
          {t('recall.again')}
        </button>
      </div>
    )
  }
  return (
    <section className="box recall" ref={box} aria-labelledby={name}>
      <p className="meta num" id={name}>
        {t('recall.title')} <span>{t('recall.position', { position: position + 1, total: cards.length })}</span>
      </p>
      <div className="prompt" ref={prompt} tabIndex={-1}>
        <Blocks blocks={card.prompt} setting={setting} />
      </div>
      {revealed ? (
        <>
          <section className="answer" ref={answer} tabIndex={-1} aria-label={t('card.answer')}>
            <Blocks blocks={card.answer} setting={setting} />
            <p className="src">
              <Sources keys={card.sources} setting={setting} />
            </p>
          </section>
          <GradeBar
            keys={false}
            returns={(value) => dayFromNow(daysUntilReturn(card.fact, value, progress, now()), setting.lang)}
            onGrade={grade}
          />
        </>
      ) : (
        <button type="button" className="btn primary" onClick={show}>
          {t('card.show')}
        </button>
      )}
    </section>
  )
}
