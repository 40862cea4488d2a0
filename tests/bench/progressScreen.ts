import type { Links } from '../../src/core/history/links.ts'
import type { Progress } from '../../src/core/history/progress.ts'
import { factsIn, mastery } from '../../src/core/mastery/mastery.ts'
import { byHour } from '../../src/core/statistics/byHour.ts'
import { countedDays, countedSpans, spanOf, sumOfDays } from '../../src/core/statistics/countedDays.ts'
import { type Filter, firstDayOf, itemsWanted } from '../../src/core/statistics/filter.ts'
import { itemRows } from '../../src/core/statistics/itemRows.ts'
import { dueForecast, histogram, remembered, stabilityEdges } from '../../src/core/statistics/memories.ts'
import { recallHistory } from '../../src/core/statistics/recallHistory.ts'
import { retentionByMaturity } from '../../src/core/statistics/retention.ts'
import { type Moment, studyDay } from '../../src/core/time.ts'

/** All that the screen of progress counts. */
export const progressScreen = (progress: Progress, links: Links, moment: Moment, filter: Filter): readonly unknown[] => {
  const today = studyDay(moment.at, moment.offsetMin)
  const facts = remembered(progress, links, moment)
  const wanted = itemsWanted(links, filter)
  const seen = [...facts.values()]
  const days = countedDays(progress, links, filter, today)
  const from = Math.max(firstDayOf(filter.period, today), days[0]?.day ?? today)
  const spans = countedSpans(days, spanOf(filter.period, days, today), from, today)
  return [
    countedDays(progress, links, { ...filter, period: 'year' }, today),
    spans.map(({ counts }) => retentionByMaturity(counts)),
    retentionByMaturity(sumOfDays(days)),
    recallHistory(progress, links, filter, today),
    dueForecast(seen, today, 90),
    histogram(
      seen.map(({ memory }) => memory.stability),
      stabilityEdges,
    ),
    byHour(progress, links, filter),
    [...new Set([...links.topics.values()].map(({ area }) => area))].map((area) =>
      mastery(factsIn({ kind: 'area', area }, links), progress, links, moment),
    ),
    itemRows(wanted, progress, facts, 'recall', false),
  ]
}
