import { expect, test } from 'vitest'
import { samples } from './shown.ts'

interface Descriptor {
  readonly digest: string
  readonly size: number
}

test('blobs are counted, added up and found as a client that pulls the image would', () => {
  for (const { code, tables, asked, given, seed } of samples('image-layers', 20)) {
    const end = code.indexOf('\n}') + 2
    const { config, layers } = JSON.parse(code.slice(0, end)) as { readonly config: Descriptor; readonly layers: readonly Descriptor[] }
    const store = new Set(
      code
        .slice(end)
        .trim()
        .split('\n')
        .slice(1)
        .map((digest) => `sha256:${digest}`),
    )
    expect(layers).toHaveLength(Number(given.layers))
    expect(new Set(layers.map(({ digest }) => digest)).size).toBe(layers.length - (given.duplicate === true ? 1 : 0))
    let [fetched, bytes] = [0, 0]
    const had = store.size
    for (const { digest, size } of [config, ...layers]) {
      if (store.has(digest)) continue
      store.add(digest)
      fetched += 1
      bytes += size
    }
    expect(had).toBeGreaterThan(0)
    // The history is walked with the layers at its side: an empty step takes none.
    const left = layers.map(({ digest }) => digest.replace(/sha256:|…/g, ''))
    const made = new Map<string, string | undefined>()
    for (const [createdBy = '', isEmpty] of tables[0]?.rows ?? []) made.set(createdBy, isEmpty === 'true' ? undefined : left.shift())
    expect(left).toEqual([])
    const step = /layer that (.*) made$/.exec(asked[3]?.label ?? '')?.[1] ?? ''
    expect(
      asked.map(({ expected }) => expected),
      `seed ${seed}`,
    ).toEqual([String(layers.length), String(fetched), String(bytes), made.get(step)])
    expect(fetched).toBeLessThan(layers.length + 1)
  }
})
