import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import { deviceId, eventId } from '../../../src/core/ids.ts'
import { csvCell, localTime, writeHistoryTable } from '../../../src/storage/backup/historyTable.ts'
import { createMemoryLog } from '../../../src/storage/memoryLog.ts'
import { answered, planned, read, reset, retracted, reviewed, started } from '../../helpers/events.ts'
import { must } from '../logContract.ts'
import { unattended } from './files.ts'

const tableOf = async (rows: readonly unknown[]) =>
  must(await writeHistoryTable({ log: createMemoryLog(rows), unsaved: [], expected: rows.length }, unattended))
const at = Date.UTC(2026, 10, 24, 5, 2, 11, 123)
const stamped = (place: number, act: Parameters<typeof Object.assign>[1]): StudyEvent => ({
  id: eventId(`e${place}`),
  at: at + place * 1000,
  offsetMin: 540,
  device: deviceId('pen'),
  ...act,
})
/** Reads a table as RFC 4180 says, in the slow and obvious way. */
const readTable = (text: string): string[][] => {
  const rows: string[][] = []
  let cell = ''
  let row: string[] = []
  let isQuoted = false
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place] ?? ''
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text[place + 1] === '"') {
        cell += '"'
        place += 1
      } else isQuoted = false
    } else if (letter === '"') isQuoted = true
    else if (letter === ',') {
      row.push(cell)
      cell = ''
    } else if (letter === '\r' && text[place + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      place += 1
    } else cell += letter
  }
  return rows
}

describe('the history as a table', () => {
  it('has a line for each event, oldest first, with the undone ones marked', async () => {
    const rows = [
      stamped(3, retracted(eventId('e1'))),
      stamped(0, reviewed('ns/pid', 1, 'review', 4200)),
      stamped(1, answered('caps/bound', 'partly')),
      stamped(2, read('ns/s')),
      stamped(4, started('quiz-1', ['ns/pid'])),
      stamped(5, reset('ns/pid', 'caps/bound')),
      stamped(6, planned({})),
    ]
    const { file, rows: count, leftOut } = await tableOf(rows)
    expect({ count, leftOut }).toEqual({ count: 7, leftOut: 0 })
    const text = await file.text()
    expect(text.split('\r\n')).toEqual([
      'time,study day,kind,topic,item,result,seconds,device,undone',
      '2026-11-24T14:02:11.123+09:00,2026-11-24,reviewed,ns,ns/pid,again,4.2,pen,',
      '2026-11-24T14:02:12.123+09:00,2026-11-24,answered,caps,caps/bound,partly,15,pen,yes',
      '2026-11-24T14:02:13.123+09:00,2026-11-24,read,ns,ns/s,,,pen,',
      '2026-11-24T14:02:14.123+09:00,2026-11-24,retracted,,,,,pen,',
      '2026-11-24T14:02:15.123+09:00,2026-11-24,attemptStarted,ns,,,,pen,',
      '2026-11-24T14:02:16.123+09:00,2026-11-24,reset,ns caps,ns/pid caps/bound,,,pen,',
      '2026-11-24T14:02:17.123+09:00,2026-11-24,planned,,,,,pen,',
      '',
    ])
  })

  it('begins with a byte order mark, which Excel needs for Japanese', async () => {
    const { file } = await tableOf([])
    expect([...new Uint8Array(await file.slice(0, 3).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf])
    expect(file.type).toBe('text/csv;charset=utf-8')
  })

  it('puts an hour after midnight into the study day before', async () => {
    const { file } = await tableOf([{ ...stamped(0, read('ns/s')), at: Date.UTC(2026, 10, 23, 17) }])
    expect(await file.text()).toContain('2026-11-24T02:00:00.000+09:00,2026-11-23,read')
  })

  it('brings back what was undone and redone', async () => {
    const { file } = await tableOf([stamped(0, read('ns/s')), stamped(1, retracted(eventId('e0'))), stamped(2, retracted(eventId('e1')))])
    expect(readTable(await file.text()).map((row) => row[8])).toEqual(['undone', '', 'yes', ''])
  })

  it('lists kinds that this version does not know, and counts damaged rows', async () => {
    const { file, rows, leftOut } = await tableOf([
      { id: 'future', at, offsetMin: 60, kind: 'dreamt', device: 'pen' },
      { id: 'far', at: 1e300, offsetMin: 0, kind: 'dreamt' },
      { id: 'torn', at, kind: 'reviewed' },
    ])
    expect({ rows, leftOut }).toEqual({ rows: 2, leftOut: 1 })
    expect(await file.text()).toContain('2026-11-24T06:02:11.123+01:00,,dreamt,')
  })

  it('gives back any cell, and never lets one begin like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t', 'a', '名') })), (cells) => {
        const [row = []] = readTable(`${cells.map(csvCell).join(',')}\r\n`)
        expect(row.map((cell, place) => (cell === `'${cells[place]}` ? cells[place] : cell))).toEqual(cells.length === 0 ? [''] : cells)
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['a=b', 'a=b'],
  ])('writes %s as %s', (text, cell) => expect(csvCell(text)).toBe(cell))

  it.each([
    [0, '1970-01-01T00:00:00.000+00:00'],
    [-210, '1969-12-31T20:30:00.000-03:30'],
    [345, '1970-01-01T05:45:00.000+05:45'],
  ])('writes the offset of %i minutes', (offsetMin, time) => expect(localTime(0, offsetMin)).toBe(time))
})
