import { useTranslation } from 'react-i18next'
import type { Why } from '../../core/schedule/whyOf.ts'
import { type StudyDay, studyDay } from '../../core/time.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'

const percent = (share: number): number => Math.round(share * 100)
/** Two digits that say something: 1.2, 0.35, 0.041. */
const marks = (value: number): string => Number(value.toPrecision(2)).toString()

/** Marks a minute below which a number says nothing. */
const leastTold = 0.005

type SeenWhy = Exclude<Why, { kind: 'new' | 'repeat' }>

const RecallText = ({ why, today }: { why: SeenWhy; today: StudyDay }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const shares = { recall: percent(why.recall), below: percent(why.dueBelow) }
  switch (why.kind) {
    case 'due':
      return t(why.recall < why.dueBelow ? 'why.due' : 'why.dueDay', shares)
    case 'early':
      return t('why.early', { ...shares, when: dayFromNow(why.dueDay - today, lang) })
    case 'done':
      return t('why.done')
  }
}

/** The reason for an item, in the words of a person: what was, what is now, what it is worth. */
export const WhyText = ({ why }: { why: Why }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { now } = useStudy()
  if (why.kind === 'repeat') return <p>{t('why.repeat')}</p>
  const today = studyDay(now().at, now().offsetMin)
  const outlook = { unasked: percent(why.unasked), asked: percent(why.asked), days: why.horizonDays }
  return (
    <>
      {why.kind === 'new' ? (
        <p className="num">
          {sentences(lang, t('why.new', { known: percent(why.known) }), t(why.sectionRead ? 'why.newRead' : 'why.newUnread'))}
        </p>
      ) : (
        <>
          <p className="num">
            {sentences(
              lang,
              t('why.last', { when: why.daysSince === 0 ? t('why.today') : dayFromNow(-why.daysSince, lang) }),
              t('why.recent', {
                grades: why.recent
                  .toReversed()
                  .map(({ grade }) => t(`grade.${grade}`))
                  .join(lang === 'ja' ? '、' : ', '),
              }),
            )}
          </p>
          <p className="num">
            <RecallText why={why} today={today} />
          </p>
        </>
      )}
      {why.kind !== 'done' && (
        <p className="num">
          {sentences(
            lang,
            t(why.mode.kind === 'exam' ? 'why.horizonExam' : 'why.horizon', outlook),
            // It may even be below nothing, where an answer would come so early that it hardly strengthens.
            why.marksPerMinute < leastTold ? t('why.gainLittle') : t('why.gain', { marks: marks(why.marksPerMinute) }),
          )}
        </p>
      )}
      <p className="num">{t('why.topic', { percent: percent(why.topicPercent / 100), seen: why.topicSeen, facts: why.topicFacts })}</p>
    </>
  )
}
