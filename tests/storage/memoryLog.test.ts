import { expect, it } from 'vitest'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { contentsOf, describeLogContract, rowsIn } from './logContract.ts'
import { reviewed } from './studyEvents.ts'

describeLogContract('memory log', async (rows) => createMemoryLog(rows))

it('keeps and counts rows that no database would hold', async () => {
  const rows = ['a string', null, { at: 5 }, { id: 7 }, reviewed('good')]
  const log = createMemoryLog(rows)
  const { events, unread } = await contentsOf(log)
  expect(events).toEqual([reviewed('good')])
  expect(unread.map(({ key }) => key)).toEqual(['#0', '#1', '#2', 'number 7'])
  expect(await rowsIn(log)).toEqual(rows)
})
