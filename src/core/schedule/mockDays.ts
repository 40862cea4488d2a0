import type { StudyDay } from '../time.ts'

/** A day that suits a mock exam. `first`: enough has been asked for its result to say something; `week`, `eve`: about a week and about two days before the exam. */
export interface MockDay {
  readonly day: StudyDay
  readonly why: 'first' | 'week' | 'eve'
}

/** What a first mock asks has then mostly been seen. */
const enoughSeen = 0.5
const weekBefore = 7
/** Late enough to know, early enough to mend what was missed. */
const eveBefore = 2
/** Two mocks closer to each other than this tell the same. */
const leastApart = 4

/**
 * Up to three days for a mock exam, the earliest first, none of them a day off:
 * where one is, the nearest day before it that is none. `coverage`: the share of
 * facts asked at least once, by day, from today on. Who has taken a mock already
 * needs no first one.
 */
export const mockDays = (
  coverage: readonly { readonly day: StudyDay; readonly seen: number }[],
  examDay: StudyDay,
  hasTaken: boolean,
  isOff: (day: StudyDay) => boolean,
): readonly MockDay[] => {
  const today = coverage[0]?.day ?? examDay
  const onStudyDay = (wanted: StudyDay): StudyDay | undefined => {
    for (let day = wanted; day >= today; day -= 1) if (!isOff(day)) return day
    return undefined
  }
  const found: MockDay[] = []
  const add = (wanted: StudyDay | undefined, why: MockDay['why']): void => {
    const day = wanted === undefined ? undefined : onStudyDay(wanted)
    const next = found[0]?.day ?? examDay
    if (day !== undefined && day < next && (why === 'eve' || next - day >= leastApart)) found.unshift({ day, why })
  }
  // From the end: the later ones say what has room before them.
  add(examDay - eveBefore, 'eve')
  add(examDay - weekBefore, 'week')
  if (!hasTaken) add(coverage.find(({ seen }) => seen >= enoughSeen)?.day, 'first')
  return found
}
