import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, isJson, isJsonRow, type JsonRow, rowsFrom } from '../../src/storage/columns.ts'

/** Rows as they come back after their columns have been text. */
const thereAndBack = (rows: readonly JsonRow[]): readonly JsonRow[] => rowsFrom(JSON.parse(JSON.stringify(columnsOf(rows))))
const texts = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row))

// Fields that many rows share, and values that repeat, so that every sort of column occurs.
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('a', 'b', '日本', '\ud800', '', null, true, 0, 1, 1_700_000_000_000, 2 ** 53, -5, 1e21, 0.1),
  fc.integer({ min: 1_600_000_000_000, max: 1_600_000_001_000 }),
)
const key = fc.oneof(fc.constantFrom('id', 'at', 'kind', 'item', '0', '10', 'constructor', 'toString', '日'), fc.string({ maxLength: 3 }))
const row: fc.Arbitrary<JsonRow> = fc.dictionary(key, value, { maxKeys: 6 }).map((fields): JsonRow => JSON.parse(JSON.stringify(fields)))

describe('columns', () => {
  it('give back any rows letter for letter, or differ where it can be seen', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        // A field named __proto__ is the one that a plain object cannot be given.
        fc.pre(rows.every((each) => !Object.keys(each).includes('__proto__')))
        expect(texts(thereAndBack(rows))).toEqual(texts(rows))
      }),
      { numRuns: 1000 },
    )
  })

  it.each<[string, JsonRow[]]>([
    ['none', []],
    ['one', [{ id: 'a' }]],
    ['without fields', [{}, {}]],
    ['that are all the same', [{ a: 1 }, { a: 1 }]],
    [
      'with fields in another order',
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
    ['with falling and rising times', [{ at: 1_700_000_000_000 }, { at: 1_600_000_000_000 }, { at: 2 ** 51 }]],
    ['with numbers too large to be subtracted', [{ at: Number.MAX_SAFE_INTEGER }, { at: 1_700_000_000_000 }]],
    ['with numbers and words in one field', [{ a: 1_700_000_000_000 }, { a: 'x' }, { a: null }]],
    ['with lists and objects', [{ a: [1, { b: [] }] }, { a: {} }, { a: [1, { b: [] }] }]],
  ])('give back rows %s', (_, rows) => {
    expect(texts(thereAndBack(rows))).toEqual(texts(rows))
  })

  it.each<[string, unknown]>([
    ['a column too few', { count: 1, shapes: [{ keys: ['a', 'b'], columns: [{ same: 1 }] }], order: null }],
    ['a value too few', { count: 2, shapes: [{ keys: ['a'], columns: [{ each: [1] }] }], order: null }],
    ['a row of no shape', { count: 1, shapes: [], order: [0] }],
    ['an order too short', { count: 2, shapes: [{ keys: ['a'], columns: [{ same: 1 }] }], order: [0] }],
  ])('are refused with %s', (_, columns) => {
    expect(() => rowsFrom(JSON.parse(JSON.stringify(columns)))).toThrow(RangeError)
  })
})

describe('isJson', () => {
  it('says of any value whether it survives', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withDate: true,
          withMap: true,
          withSet: true,
          withBigInt: true,
          withTypedArray: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
        (any) => {
          if (isJson(any)) expect(JSON.parse(JSON.stringify(any))).toStrictEqual(any)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('takes what JSON writes', () => {
    fc.assert(fc.property(fc.json(), (text) => isJson(JSON.parse(text)) || Object.is(JSON.parse(text), -0) || text.includes('-0')))
  })

  it.each([
    [undefined],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [-0],
    [3n],
    [new Date(0)],
    [new Map()],
    [new Set()],
    [() => {}],
    [[undefined]],
    [{ a: undefined }],
    [new Array(3)],
    [new Uint8Array(2)],
    [Object.create(null)],
  ])('does not take %s', (any) => {
    expect(isJson(any)).toBe(false)
  })

  it('takes only objects for rows', () => {
    expect([{}, { a: 1 }, [], 'a', null, 1].map(isJsonRow)).toEqual([true, true, false, false, false, false])
  })
})
