import type { StudyDay } from '../time.ts'

/** The days on which a fact may come back, the best of them, and nothing else of it. */
export interface Wish {
  readonly best: StudyDay
  readonly shortest: StudyDay
  readonly longest: StudyDay
}

/** The days on which a fact may come back, nearest first, so that of equally full ones the nearest is taken; days off only if there is no other. */
const openDays = ({ best, shortest, longest }: Wish, today: StudyDay, isOff: (day: StudyDay) => boolean): readonly StudyDay[] => {
  // What lies behind is done today at the earliest.
  const wanted = Math.max(best, today)
  const first = Math.max(shortest, today)
  const last = Math.max(longest, today)
  const free: StudyDay[] = []
  const off: StudyDay[] = []
  const look = (day: StudyDay): void => {
    if (day >= first && day <= last) (isOff(day) ? off : free).push(day)
  }
  look(wanted)
  for (let step = 1; wanted - step >= first || wanted + step <= last; step += 1) {
    look(wanted - step)
    look(wanted + step)
  }
  return free.length > 0 ? free : off
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
  const open = wishes.map((wish) => openDays(wish, today, isOff))
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
