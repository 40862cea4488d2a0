import { expect, test } from 'vitest'
import { createCompiler } from '../../../src/build/content/compileFolder.ts'
import { packCatalogue, unpackCatalogue } from '../../../src/core/content/catalogueForm.ts'
import { factId, topicId } from '../../../src/core/ids.ts'

test('the catalogue of the real content is the same after the way to the page', async () => {
  const { catalogue } = await createCompiler('content')()
  expect(catalogue.topics.length).toBeGreaterThan(0)
  expect(unpackCatalogue(JSON.parse(JSON.stringify(packCatalogue(catalogue))))).toEqual(catalogue)
})

test('facts of another topic, named facts and facts supported arrive as they were', async () => {
  const { catalogue } = await createCompiler('content')()
  const [first, ...others] = catalogue.topics
  if (first === undefined) throw new Error('no topic')
  const fact = factId(topicId('elsewhere'), 'thing')
  const supports = [factId(topicId('elsewhere'), 'other'), factId(first.id, 'near')]
  const items = first.items.map((item, place) => (place % 3 === 0 ? { ...item, fact } : place % 3 === 1 ? { ...item, supports } : item))
  const changed = { ...catalogue, topics: [{ ...first, items }, ...others] }
  expect(unpackCatalogue(packCatalogue(changed))).toEqual(changed)
})

test('the packed form is less than half as long as the catalogue', async () => {
  const { catalogue } = await createCompiler('content')()
  expect(JSON.stringify(packCatalogue(catalogue)).length).toBeLessThan(JSON.stringify(catalogue).length / 2)
})
