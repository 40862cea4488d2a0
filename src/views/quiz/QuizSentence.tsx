import { useTranslation } from 'react-i18next'
import { levels } from '../../core/content/types.ts'
import { questionKinds, quizParts } from '../../core/quiz/quizWish.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { Clause } from './Clause.tsx'
import { counts, type QuizChoice, type QuizRange } from './useQuizChoice.ts'

/** The quiz written as a sentence with places to change. */
export const QuizSentence = ({ choice }: { choice: QuizChoice }) => {
  const { t } = useTranslation()
  const { ranges, wish, count, change } = choice
  const places = [...ranges, '' as const].map((range, place) => ({ range, place }))
  // The empty place after those chosen adds one more; the place of one that is emptied goes.
  const replaced = (place: number, range: QuizRange | ''): readonly QuizRange[] =>
    [...ranges.slice(0, place), range, ...ranges.slice(place + 1)].filter((each) => each !== '')
  return (
    <p className="sentence">
      {t('quiz.sentenceFrom')}
      {places.map(({ range, place }) => (
        <Clause
          key={place}
          label={place === 0 ? t('quiz.topic') : range === '' ? t('quiz.addTopic') : t('quiz.topicAt', { place: place + 1 })}
          value={range}
          onChange={(value) => change({ ranges: replaced(place, isRange(value) ? value : '') })}
          then={place === ranges.length ? t('quiz.sentencePart') : t('quiz.sentenceAnd')}
        >
          <option value="">
            {place === ranges.length && place > 0 ? t('quiz.add') : t(ranges.length > 1 ? 'quiz.leaveOut' : 'quiz.allTopics')}
          </option>
          <Ranges />
        </Clause>
      ))}
      <Clause
        label={t('quiz.partLabel')}
        value={wish.part}
        onChange={(value) => change({ part: value === quizParts[0] ? '' : value })}
        then={t('quiz.sentenceLevel')}
      >
        {quizParts.map((part) => (
          <option key={part} value={part}>
            {t(`quiz.part.${part}`)}
          </option>
        ))}
      </Clause>
      <Clause
        label={t('quiz.levelLabel')}
        value={String(wish.level ?? '')}
        onChange={(level) => change({ level })}
        then={t('quiz.sentenceKind')}
      >
        <option value="">{t('quiz.everyLevel')}</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {t(`quiz.level.${level}`)}
          </option>
        ))}
      </Clause>
      <Clause label={t('quiz.kindLabel')} value={wish.kind ?? ''} onChange={(kind) => change({ kind })} then={t('quiz.sentenceMiddle')}>
        <option value="">{t('quiz.everyKind')}</option>
        {questionKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`quiz.kind.${kind}`)}
          </option>
        ))}
      </Clause>
      <Clause
        label={t('quiz.count')}
        value={String(count)}
        onChange={(value) => change({ count: value === String(counts[0]) ? '' : value })}
        then={t('quiz.sentenceEnd')}
        numeric
      >
        {counts.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </Clause>
    </p>
  )
}

const isRange = (value: string): value is QuizRange => /^(topic|area) ./.test(value)

/** All areas and topics to choose from. */
const Ranges = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { areas, topics } = useStudy().catalog.catalogue
  return areas.map((area) => (
    <optgroup key={area.id} label={area.title[lang]}>
      <option value={`area ${area.id}`}>{t('quiz.area', { area: area.title[lang] })}</option>
      {topics
        .filter((topic) => topic.area === area.id)
        .map((topic) => (
          <option key={topic.id} value={`topic ${topic.id}`}>
            {topic.title[lang]}
          </option>
        ))}
    </optgroup>
  ))
}
