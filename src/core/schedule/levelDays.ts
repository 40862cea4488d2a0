import type { StudyDay } from '../time.ts'

/** The days on which a fact may come back, the best of them, and nothing else of it. */
export interface Wish {
  readonly best: StudyDay
  readonly shortest: StudyDay
  readonly longest: StudyDay
}

/**
 * Spreads facts over the days: each may move within its range to a day with less
 * to do, in the order given. A day off gets nothing of a range that has another
 * day. A move is made only if both days are then below what the fuller one was, so
 * the fullest day never gets fuller. What is overdue weighs on today, and so does
 * `doneToday`, the facts answered today: an answer does not make room for more.
 * The same facts give the same days.
 */
export const levelDays = (
  wishes: readonly Wish[],
  today: StudyDay,
  isOff: (day: StudyDay) => boolean,
  doneToday: number,
): readonly StudyDay[] => {
  const loads = new Map<StudyDay, number>([[today, doneToday]])
  const loadOf = (day: StudyDay): number => loads.get(day) ?? 0
  const add = (day: StudyDay, count: number): void => void loads.set(day, loadOf(day) + count)
  // What lies behind is done today at the earliest.
  const open = wishes.map(({ best, shortest, longest }) => {
    const wanted = Math.max(best, today)
    const first = Math.max(shortest, today)
    const all = Array.from({ length: Math.max(longest, today) - first + 1 }, (_, place) => first + place)
    const free = all.filter((day) => !isOff(day))
    // Nearest first, so that of equally full days the nearest is taken.
    return (free.length > 0 ? free : all).toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)
  })
  const placed = open.map((days) => days[0] ?? today)
  for (const day of placed) add(day, 1)
  for (const [place, days] of open.entries()) {
    const from = placed[place] ?? today
    const to = days.reduce((least, day) => (loadOf(day) < loadOf(least) ? day : least), from)
    if (loadOf(to) + 1 >= loadOf(from)) continue
    add(from, -1)
    add(to, 1)
    placed[place] = to
  }
  return placed.map((day, place) => {
    const best = wishes[place]?.best ?? day
    return day === today ? Math.min(best, today) : day
  })
}
