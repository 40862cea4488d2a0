import { beforeAll, describe, expect, it } from 'vitest'
import { clumsy } from '../../../src/build/wording/clumsy.ts'
import { createSpelling } from '../../../src/build/wording/misspelt.ts'
import { type Passage, wordsOf } from '../../../src/build/wording/passages.ts'

describe('misspelt', () => {
  let misspelt: (text: string) => readonly string[]
  beforeAll(async () => {
    misspelt = await createSpelling('content/words.txt')
  })

  it.each([
    ['The kernell decides.', ['kernell']],
    ['A well-knwon file (and a procces).', ['knwon', 'procces']],
    ['Its neighbour’s cgroup, the kernel’s namespaces', []],
    ['Namespaces of a Podman pod: CapEff, /proc/1/ns, eth0, memory.max, --pid=host, 65534', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(misspelt(text)).toEqual(expected)
  })
})

describe('clumsy', () => {
  it.each([
    ['です・ます among である', 'カーネルは番号を付け替える。これは変更できます。'],
    ['a dropped ら', 'このファイルはどのプロセスからも見れる。'],
    ['a double negative', '値を書けないこともないが、勧めない。'],
    ['five commas in a sentence', 'カーネルは、まず、番号を調べ、次に、名前を調べ、最後に、それを返す。'],
    ['a word twice', 'カーネルはは番号を付ける。'],
    ['one conjunction after the other', 'しかし、番号は残る。しかし、名前は消える。'],
    ['a sentence without an end', `${'ファイルを読み'.repeat(30)}終える。`],
    ['half-width kana', 'これはｶｰﾈﾙである。'],
    ['letters that are not composed', 'これはカーネルのバグである。'.normalize('NFD')],
  ])('finds %s', async (_name, text) => {
    expect(await clumsy(text)).not.toEqual([])
  })

  it.each(['カーネルは、番号を付け替える。名前は残る。', '「いいえ」ではない。', 'PIDネームスペース', 'No Japanese at all, is it?'])(
    'leaves %s alone',
    async (text) => {
      expect(await clumsy(text)).toEqual([])
    },
  )
})

it('reads a passage with a noun in the place of code, and without what it cites', () => {
  const passage: Passage = {
    id: 'topic/section',
    rich: [
      'The file ',
      { tag: 'code', text: 'memory.max' },
      ' ',
      { tag: 'strong', children: ['limits ', { tag: 'code', text: 'x' }] },
      '.',
    ],
  }
  expect(wordsOf(passage, 'code')).toBe('The file code limits code.')
})
