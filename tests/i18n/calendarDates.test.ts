import { expect, it } from 'vitest'
import { fullDate, timeAgo, timeOfDay, weekdayName } from '../../src/i18n/calendarDates.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

it.each([
  [-5 * minute, 'now', '今'],
  [20_000, 'now', '今'],
  [minute, '1 minute ago', '1分前'],
  [59 * minute, '59 minutes ago', '59分前'],
  [60 * minute, '1 hour ago', '1時間前'],
  [23 * hour, '23 hours ago', '23時間前'],
  [day, 'yesterday', '昨日'],
  [59 * day, '59 days ago', '59日前'],
  [90 * day, '3 months ago', '3か月前'],
  [800 * day, '2 years ago', '2年前'],
])('says of %d ms ago that it was %s, %s', (ms, en, ja) => {
  expect(timeAgo(ms, 'en')).toBe(en)
  expect(timeAgo(ms, 'ja').replace(/\s/g, '')).toBe(ja)
})

it('shows the time that the learner’s clock showed', () => {
  const moment = { at: Date.UTC(2026, 10, 24, 12, 5), offsetMin: 540 }
  expect(timeOfDay(moment, 'en')).toBe('21:05')
  expect(timeOfDay(moment, 'ja')).toBe('21:05')
})

it('writes a calendar day with its year', () => {
  expect(fullDate('2026-12-20', 'en')).toBe('20 December 2026')
  expect(fullDate('2026-12-20', 'ja')).toBe('2026年12月20日')
})

it('names the days of the week from Sunday, 0', () => {
  const names = (lang: 'ja' | 'en', length: 'long' | 'short') => [0, 1, 2, 3, 4, 5, 6].map((weekday) => weekdayName(weekday, lang, length))
  expect(names('ja', 'short').join('')).toBe('日月火水木金土')
  expect(names('en', 'short').join(' ')).toBe('Sun Mon Tue Wed Thu Fri Sat')
  expect(weekdayName(6, 'en', 'long')).toBe('Saturday')
})
