import { expect, test } from 'vitest'
import { realContent } from '../../helpers/realContent.ts'
import { packCatalogue, unpackCatalogue } from '../../../src/core/content/catalogueForm.ts'
import { factId, topicId } from '../../../src/core/ids.ts'

test('the catalogue of the real content is the same after the way to the page', async () => {
  const { catalogue } = await realContent()
  expect(catalogue.topics.length).toBeGreaterThan(0)
  expect(unpackCatalogue(JSON.parse(JSON.stringify(packCatalogue(catalogue))))).toEqual(catalogue)
})

test('facts of another topic, named facts, facts supported and confused, and options arrive as they were', async () => {
  const { catalogue } = await realContent()
  const [first, ...others] = catalogue.topics
  if (first === undefined) throw new Error('no topic')
  const fact = factId(topicId('elsewhere'), 'thing')
  const supports = [factId(topicId('elsewhere'), 'other'), factId(first.id, 'near')]
  const changes = [
    { fact },
    { supports },
    { confuses: supports },
    { supports, confuses: [fact] },
    { options: 7 },
    { level: 1 },
    { level: 3 },
  ] as const
  const items = first.items.map((item, place) => ({ ...item, ...changes[place % changes.length] }))
  const changed = { ...catalogue, topics: [{ ...first, items }, ...others] }
  expect(unpackCatalogue(packCatalogue(changed))).toEqual(changed)
})

test('a choice tells how many options it has, and all that it or an option of it is confused with', async () => {
  const { catalogue, topics } = await realContent()
  const stubs = new Map(catalogue.topics.flatMap((topic) => topic.items.map((stub) => [stub.id, stub] as const)))
  const drafts = topics.flatMap(({ parts }) => parts.en?.drafts ?? [])
  let confused = 0
  for (const { item } of drafts) {
    const options = item.kind === 'choice' ? item.options : []
    const names = new Set([...item.confuses, ...options.flatMap((option) => option.confuses)])
    expect(stubs.get(item.id)?.options).toBe(options.length)
    expect(new Set(stubs.get(item.id)?.confuses)).toEqual(names)
    confused += names.size
  }
  expect(confused).toBeGreaterThan(0)
})

test('the packed form is less than half as long as the catalogue', async () => {
  const { catalogue } = await realContent()
  expect(JSON.stringify(packCatalogue(catalogue)).length).toBeLessThan(JSON.stringify(catalogue).length / 2)
})
