import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, Section, Topic } from '../../core/content/types.ts'
import type { Grade } from '../../core/history/events.ts'
import { daysUntilReturn } from '../../core/schedule/dueDays.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { CardFace } from '../../ui/CardFace.tsx'
import { GradeBar } from '../../ui/GradeBar.tsx'
import { Key } from '../../ui/Key.tsx'
import type { Setting } from '../../ui/Blocks.tsx'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import type { ReviewItemProps } from './reviewItemProps.ts'
import { Under } from './Under.tsx'

interface ReviewCardProps extends ReviewItemProps {
  readonly card: Card
  readonly section: Section
  readonly topic: Topic
  readonly setting: Setting
}

export const ReviewCard = ({
  frame,
  entry,
  revealed,
  first,
  card,
  section,
  topic,
  setting,
  onReveal,
  onAnswer,
  onSkip,
  onSuspend,
  onBury,
  onReset,
  onMark,
}: ReviewCardProps) => {
  const { t } = useTranslation()
  const uiLang = useLang()
  const { now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const [startedAt] = useState(() => now().at)
  const prompt = useRef<HTMLHeadingElement>(null)
  const answer = useRef<HTMLElement>(null)
  useEffect(() => {
    if (revealed) answer.current?.focus({ preventScroll: true })
    else if (!first) prompt.current?.focus({ preventScroll: true })
  }, [revealed, first])

  const grade = (value: Grade): void => {
    if (!revealed) return
    onAnswer(
      {
        kind: 'reviewed',
        item: card.id,
        grade: value,
        tookMs: now().at - startedAt,
        where: 'review',
        ...(entry.repeat ? { repeat: true } : {}),
      },
      value === 1,
      true,
    )
  }
  const showOrGood = (): void => (revealed ? grade(3) : onReveal())
  useKeys({ ' ': showOrGood, enter: showOrGood, 1: () => grade(1), 2: () => grade(2), 3: () => grade(3), 4: () => grade(4) })
  // Again brings the card back in this sitting first; the day it is then due is tomorrow at the earliest.
  const returns = (value: Grade): string =>
    value === 1 && !entry.repeat ? t('grade.soon') : dayFromNow(daysUntilReturn(entry.fact, value, progress, now()), uiLang)
  return (
    <SessionFrame
      {...frame}
      bar={
        revealed ? (
          <GradeBar keys returns={returns} onGrade={grade} />
        ) : (
          <button type="button" className="btn primary big show" onClick={onReveal}>
            {t('card.show')}
            <Key>Space</Key>
          </button>
        )
      }
    >
      <title>{t('title.page', { name: frame.name })}</title>
      <div className="col">
        <CardFace
          card={card}
          setting={setting}
          revealed={revealed}
          crumb={topic.title}
          kind={t(`kind.${card.kind}`)}
          promptRef={prompt}
          answerRef={answer}
        />
        <Under
          entry={entry}
          section={section}
          answered={revealed}
          lettersChoose={false}
          onSkip={onSkip}
          onSuspend={onSuspend}
          onBury={onBury}
          onReset={onReset}
          onMark={onMark}
        />
      </div>
    </SessionFrame>
  )
}
