import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { afterExam, studyMode } from '../../core/schedule/studyMode.ts'
import type { StudyPlan } from '../../core/schedule/studyPlan.ts'
import { dueForecast, type Remembered } from '../../core/statistics/memories.ts'
import { dateOfDay, type StudyDay } from '../../core/time.ts'
import { BarChart } from '../../ui/charts/BarChart.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx'
import { TitledSection } from '../../ui/TitledSection.tsx'
import { usePhrases } from './usePhrases.ts'

const spans = { days30: 30, days90: 90 } as const
type Ahead = keyof typeof spans

interface DueForecastProps {
  readonly facts: readonly Remembered[]
  readonly plan: StudyPlan
  readonly today: StudyDay
}

/** How many facts come due on each of the next days; once study is archived, none does. */
export const DueForecast = (props: DueForecastProps) => {
  const { t } = useTranslation()
  if (afterExam(props.plan, props.today) !== 'archive') return <Forecast {...props} />
  return (
    <TitledSection title={t('progress.forecast.title')}>
      <p className="muted about">{t('progress.forecast.archived')}</p>
    </TitledSection>
  )
}

const Forecast = ({ facts, plan, today }: DueForecastProps) => {
  const { t } = useTranslation()
  const phrase = usePhrases()
  const [ahead, setAhead] = useState<Ahead>('days30')
  const count = spans[ahead]
  const { days, later } = dueForecast(facts, today, count)
  const mode = studyMode(plan, today)
  const nameOf = (place: number): string => (place === 0 ? t('progress.forecast.today') : phrase.day(today + place))
  const isNamed = (place: number): boolean => place === 0 || place % (count / 6) === 0
  const summary = t('progress.forecast.summary', {
    today: days[0] ?? 0,
    days: count,
    sum: days.reduce((sum, each) => sum + each, 0),
    later,
  })
  return (
    <ChartFrame
      title={t('progress.forecast.title')}
      table={{
        head: [t('progress.forecast.day'), t('progress.forecast.facts')],
        rows: days.map((each, place) => [nameOf(place), String(each)]),
      }}
      note={
        <>
          <p className="note">
            {mode.kind === 'exam'
              ? t('progress.forecast.exam', { date: phrase.date(dateOfDay(mode.examDay)) })
              : t('progress.forecast.note')}
          </p>
          <SegmentedChoice
            legend={t('progress.forecast.choice')}
            name="ahead"
            value={ahead}
            options={[
              { value: 'days30', label: t('progress.forecast.days30') },
              { value: 'days90', label: t('progress.forecast.days90') },
            ]}
            onChange={setAhead}
          />
        </>
      }
    >
      <BarChart
        label={t('progress.forecast.title')}
        summary={summary}
        bars={days.map((value, place) => ({
          words: phrase.mark(nameOf(place), t('progress.factsUnit', { count: value })),
          tick: isNamed(place) ? (place === 0 ? t('progress.forecast.today') : phrase.shortDay(today + place)) : '',
          value,
          uncertain: place > 0,
        }))}
      />
    </ChartFrame>
  )
}
