import { describe, expect, test } from 'vitest'
import type { StudyAct } from '../../../src/core/history/events.ts'
import { itemToAsk } from '../../../src/core/schedule/due.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { foldDays, reviewed, suspended } from '../../helpers/events.ts'

describe('itemToAsk', () => {
  const links = linksFor({
    ns: [
      { id: 'pid', kind: 'order' },
      { id: 'pick', kind: 'choice', fact: 'ns/pid' },
      { id: 'one', kind: 'cloze', fact: 'ns/pid' },
      { id: 'two', kind: 'term', fact: 'ns/pid' },
      { id: 'type', kind: 'fill', fact: 'ns/pid' },
    ],
  })
  const items = links.itemsOfFact.get(fact('ns/pid')) ?? []

  test.each<[string, readonly StudyAct[], string | undefined]>([
    ['the cheapest, and the first of equals', [], 'ns/one'],
    ['of equally cheap ones that answered least', [reviewed('ns/one')], 'ns/two'],
    ['the first again when both were answered as often', [reviewed('ns/one'), reviewed('ns/two')], 'ns/one'],
    ['the next dearer when the cheap are set aside', [suspended('ns/one'), suspended('ns/two')], 'ns/type'],
    ['the cheapest though a dearer one was never answered', [reviewed('ns/one'), reviewed('ns/two'), reviewed('ns/one')], 'ns/two'],
    ['nothing when all are set aside', ['pid', 'pick', 'one', 'two', 'type'].map((id) => suspended(`ns/${id}`)), undefined],
  ])('takes %s', (_, acts, expected) => {
    expect(itemToAsk(items, foldDays(links, [0, ...acts]))?.id).toBe(expected)
  })
})
