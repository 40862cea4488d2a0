import { describe, expect, test } from 'vitest'
import { cardsOf, whyOf } from './lineCards.ts'

describe('lines that belong together', () => {
  test('puts the label of a list into the path of its definitions', () => {
    expect(cardsOf('## S', '- **主な機能**:', '  - **CAP_CHOWN**: 所有者', '  - 上限：集合')).toEqual([
      'S > 主な機能 > CAP_CHOWN = 所有者',
      'S > 主な機能 > 上限 = 集合',
    ])
  })
  test('makes one card of a label whose children are points', () => {
    expect(cardsOf('- **利点**:', '  - 軽い', '    - 起動', '  1. 速い')).toEqual(['利点 = - 軽い\n  - 起動\n1. 速い'])
  })
  test('gives a label with both kinds of children both kinds of cards, the label first', () => {
    expect(cardsOf('- **利点**:', '  - **軽さ**: 少ない', '  - 速い')).toEqual(['利点 = - 速い', '利点 > 軽さ = 少ない'])
  })
  test('reads a bold line above a list as its label', () => {
    expect(cardsOf('**利点:**', '', '- **軽さ**: 少ない', '', '**欠点**:', '- 弱い')).toEqual(['利点 > 軽さ = 少ない', '欠点 = - 弱い'])
  })
  test('uses a plain parent as context when definitions stand below it', () => {
    expect(cardsOf('- ネームスペース', '  - PID: 番号', '- 次のように動く', '  - NET：網')).toEqual([
      'ネームスペース > PID = 番号',
      'NET = 網',
    ])
    expect(whyOf('- ネームスペース', '  - PID: 番号', '- 次のように動く', '  - NET：網')).toEqual(['3 prose'])
  })
  test('keeps in the back what continues a definition: lines, paragraphs, points, code, remarks', () => {
    expect(
      cardsOf(
        '1. **PID**: 番号',
        '   続き',
        '   - 例: init',
        '',
        '   次の段落',
        '',
        '   ```sh',
        '     ps',
        '   ```',
        '',
        '   > 引用',
        '',
        '地の文',
      ),
    ).toEqual(['PID = 番号\n続き\n- 例: init\n次の段落\n```sh\n  ps\n```\n引用'])
    expect(whyOf('- **a**: b', '', '地の文')).toEqual(['3 prose'])
  })
  test('makes a card of a marked term below a definition, in its context', () => {
    expect(cardsOf('- **cgroup**: 制限', '  - **cpu**: 時間', '  - 用途：測る')).toEqual([
      'cgroup = 制限\n- 用途：測る',
      'cgroup > cpu = 時間',
    ])
  })
  test('nests two spaces below a number, and tabs', () => {
    expect(cardsOf('1. **a**: b', '  - 点', '2. **c**: d', '\t- 点')).toEqual(['a = b\n- 点', 'c = d\n- 点'])
  })
  test('takes bold words alone as the term of what stands below them in the same item', () => {
    expect(cardsOf('- **a**', '  意味', '- **b**', '  - 点')).toEqual(['a = 意味', 'b = - 点'])
  })
  test('reads definitions line by line within one paragraph', () => {
    expect(cardsOf('前置き。', '**a**: b', '続き', '用語：定義')).toEqual(['a = b\n続き', '用語 = 定義'])
    expect(whyOf('前置き。', '**a**: b')).toEqual(['1 prose'])
    expect(cardsOf('- **a**: b', '  **c**: d', '  続き', '  - **e**: f')).toEqual(['a = b', 'c = d\n続き', 'c > e = f'])
  })
  test('keeps the terms of a definition list apart', () => {
    expect(cardsOf('前置き。', 'A', ': 一', 'B', ': 二', '続き')).toEqual(['A = 一', 'B = 二\n続き'])
  })
  test('answers the question of a heading with its section', () => {
    expect(cardsOf('# 題', '## Q1: なぜか？', 'A: 理由は', '- 一つ', '', '二つ', '## 次', '- **a**: b')).toEqual([
      '題 > なぜか？ = 理由は\n- 一つ\n二つ',
      '題 > 次 > a = b',
    ])
  })
  test('reads what boxes, details and site marks enclose', () => {
    expect(
      cardsOf(
        ':::details 題',
        '- **a**: b',
        ':::',
        '!!! note "n"',
        '    **c**: d',
        '<details><summary>x</summary>',
        '',
        '- **e**: f',
        '',
        '</details>',
      ),
    ).toEqual(['a = b', 'c = d', 'e = f'])
  })
  test('reads on after a comment that is never closed', () => {
    expect(cardsOf('<!-- 忘れた', '- **a**: b')).toEqual(['a = b'])
  })
  test('leaves tables that are no list of terms, and rows without a meaning', () => {
    expect(whyOf('| a | b | c |', '|---|---|---|', '| 1 | 2 | 3 |')).toEqual(['1 table', '2 table', '3 table'])
    expect(whyOf('| # | 項目 |', '|---|---|', '| 1 | 2 |')).toEqual(['1 table', '2 table', '3 table'])
    expect(whyOf('| 用語 | 意味 |', '|---|---|', '| a | |')).toEqual(['1 table-head', '2 table-head', '3 empty-definition'])
  })
  test('leaves preformatted HTML whole, blank lines and all', () => {
    expect(cardsOf('<pre>', '', '**a**: b', '</pre>', '**c**: d')).toEqual(['c = d'])
  })
  test('takes nothing from code, fenced or indented', () => {
    expect(cardsOf('```', '- **a**: b', '```', '', '    用語：定義')).toEqual([])
  })
})

describe('headings', () => {
  test.each([
    ['# A\n### B\n## C\n- **t**: d', 'A > C > t = d'],
    ['A\n===\n\nB\n---\n- **t**: d', 'A > B > t = d'],
    ['##A\n##　B ##\n- **t**: d', 'B > t = d'],
    ['## 1. **はじめに** `x` 🚀 {#intro}\n- **t**: d', '1. はじめに `x` 🚀 > t = d'],
    ['## A\n- ### B\n  - **t**: d\n- **u**: e', 'A > B > t = d|A > u = e'],
    ['> ## A\n> **t**: d\n\n**u**: e', 'A > t = d|u = e'],
    ['#tag\n- **t**: d', 't = d'],
    ['用語：定義\n---\n- **t**: d', '用語 = 定義|t = d'],
    ['###### A\n- **t**: d', 'A > t = d'],
  ])('%s', (source, cards) => {
    expect(cardsOf(source).join('|')).toBe(cards)
  })
})
