import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { studyMode } from '../../core/schedule/studyMode.ts'
import { byHour } from '../../core/statistics/byHour.ts'
import { countedDays, countedSpans, spanOf } from '../../core/statistics/countedDays.ts'
import { type Filter, firstDayOf, itemsWanted } from '../../core/statistics/filter.ts'
import { remembered } from '../../core/statistics/memories.ts'
import { recallHistory } from '../../core/statistics/recallHistory.ts'
import { studyDay } from '../../core/time.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { Empty } from '../../ui/Empty.tsx'
import { AnswersByDay } from './AnswersByDay.tsx'
import { AreaTable } from './AreaTable.tsx'
import { DueForecast } from './DueForecast.tsx'
import { Filters } from './Filters.tsx'
import { HourChart } from './HourChart.tsx'
import { ItemTable } from './ItemTable.tsx'
import { MemoryCharts } from './MemoryCharts.tsx'
import { Numbers } from './Numbers.tsx'
import { RecallChart } from './RecallChart.tsx'
import { RetentionChart } from './RetentionChart.tsx'
import { TimeChart } from './TimeChart.tsx'
import './progress.css'

/** What the history comes to, as charts and tables. */
export const ProgressPage = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const progress = useProgress((state) => state.progress)
  const answers = useMemo(() => [...progress.days.values()].reduce((sum, day) => sum + day.answers, 0), [progress.days])
  return (
    <div className="page">
      <title>{t('title.page', { name: t('nav.progress') })}</title>
      <div className="pagehead">
        <h1>{t('nav.progress')}</h1>
        {answers > 0 && (
          <p className="muted num">
            {t('progress.total', {
              count: answers,
              answers: answers.toLocaleString(lang),
              days: t('progress.totalDays', { count: progress.days.size }),
            })}
          </p>
        )}
      </div>
      {answers > 0 ? (
        <Charts />
      ) : (
        <Empty
          title={t('progress.none')}
          action={
            <Link className="btn primary" to="/topics">
              {t('progress.begin')}
            </Link>
          }
        >
          {t('progress.noneText')}
        </Empty>
      )}
    </div>
  )
}

const Charts = () => {
  const { catalog, now } = useStudy()
  const { catalogue, links } = catalog
  const progress = useProgress((state) => state.progress)
  const [filter, setFilter] = useState<Filter>({ area: null, kind: null, period: 'quarter' })
  // The moment at which the page was opened: time that goes on does not move what is being read.
  const [moment] = useState(now)
  const today = studyDay(moment.at, moment.offsetMin)
  const facts = useMemo(() => remembered(progress, links, moment), [progress, links, moment])
  const items = useMemo(() => itemsWanted(links, filter), [links, filter])
  const seen = useMemo(() => [...new Set(items.map((item) => item.fact))].flatMap((fact) => facts.get(fact) ?? []), [items, facts])
  const counted = useMemo(() => countedDays(progress, links, { ...filter, period: 'all' }, today), [progress, links, filter, today])
  const days = useMemo(() => counted.filter(({ day }) => day >= firstDayOf(filter.period, today)), [counted, filter.period, today])
  const from = Math.max(firstDayOf(filter.period, today), days[0]?.day ?? today)
  const spans = useMemo(() => {
    return countedSpans(days, spanOf(filter.period, days, today), from, today)
  }, [days, filter.period, from, today])
  const recalls = useMemo(() => recallHistory(progress, links, filter, today), [progress, links, filter, today])
  const mode = studyMode(progress.plan, today)
  const areas = catalogue.areas.filter((area) => catalogue.topics.some((topic) => topic.area === area.id))
  const areasShown = areas.filter((area) => filter.area === null || area.id === filter.area)
  return (
    <>
      <Filters areas={areas} filter={filter} onChange={setFilter} />
      <div className="heatrow">
        <AnswersByDay days={counted} today={today} />
        <Numbers all={counted} days={days} today={today} />
      </div>
      <div className="two">
        <DueForecast facts={seen} plan={progress.plan} today={today} />
        <RetentionChart days={days} spans={spans} target={mode.kind === 'exam' ? mode.threshold : mode.target} />
      </div>
      <AreaTable areas={areasShown} progress={progress} links={links} now={moment} recall={recalls.at(-1)} />
      <div className="two">
        <RecallChart points={recalls} areas={areas} />
        <TimeChart days={days} spans={spans} weeks={Math.max(1, (today - from + 1) / 7)} />
      </div>
      <MemoryCharts facts={seen} />
      <HourChart hours={byHour(progress, links, filter)} />
      <ItemTable items={items} progress={progress} facts={facts} links={links} today={today} />
    </>
  )
}
