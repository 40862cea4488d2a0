import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { topicId } from '../../../src/core/ids.ts'
import { type DrillAim, drillPath, readDrillAim } from '../../../src/core/mastery/drillAim.ts'
import { fact, item, linksFor } from '../../helpers/catalogue.ts'

const links = linksFor({ ns: [{ id: 'pid' }, { id: 'mount' }], caps: [{ id: 'bnd.reverse' }, { id: 'eff' }] })
const readFrom = (path: string) => {
  const search = new URLSearchParams(path.slice(path.indexOf('?')))
  return readDrillAim((name) => search.get(name), links)
}

const aims: readonly DrillAim[] = [
  { kind: 'topic', topic: topicId('caps') },
  { kind: 'top', count: 3 },
  { kind: 'apart', facts: [fact('ns/pid'), fact('caps/eff')] },
  { kind: 'items', items: [item('caps/bnd.reverse'), item('ns/mount')] },
]
test.each(aims)('the address of a drill is read as what it was written for: $kind', (aim) => {
  expect(readFrom(drillPath(aim))).toEqual(aim)
})

test.each([
  '/weak/drill',
  '/weak/drill?topic=nowhere',
  '/weak/drill?top=0',
  '/weak/drill?top=9',
  '/weak/drill?top=two',
  '/weak/drill?apart=ns/pid',
  '/weak/drill?apart=ns/pid~ns/pid',
  '/weak/drill?apart=ns/pid~ns/gone',
  '/weak/drill?apart=ns/pid~ns/mount~caps/eff',
  '/weak/drill?items=ns/gone',
])('%s is no drill', (path) => {
  expect(readFrom(path)).toBeUndefined()
})

test('of items those that are no longer taught are left out', () => {
  expect(readFrom('/weak/drill?items=ns/gone~ns/pid')).toEqual({ kind: 'items', items: [item('ns/pid')] })
})

test('no address throws', () => {
  fc.assert(fc.property(fc.string(), fc.constantFrom('topic', 'top', 'apart', 'items'), (text, name) => void readFrom(`?${name}=${text}`)))
})
