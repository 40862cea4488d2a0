import { expect, it } from 'vitest'
import { showStartState } from '../../src/app/showStartState.ts'

const shown = (...given: [state: 'waiting' | 'replaying' | 'failed', share?: number]): string[] => {
  const root = document.createElement('div')
  root.textContent = 'before'
  showStartState(root, ...given)
  return [...root.children].map((child) => `${child.getAttribute('lang')}: ${child.textContent}`)
}

it.each<[Parameters<typeof shown>, RegExp, RegExp]>([
  [['waiting'], /^ja: 学習の記録を読んでいる。/, /^en: Reading your history\. If Hakoniwa is open in another tab/],
  [['replaying', 0.416], /^ja: 学習の記録を数え直している（42%）。/, /^en: Counting your history anew: 42%\./],
  [['failed'], /^ja: 箱庭を読み込めなかった。.*消えていない。$/, /^en: Hakoniwa could not be loaded\. .*not lost\.$/],
])('says in both languages that it is %j, and nothing else', (given, ja, en) => {
  const lines = shown(...given)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(ja)
  expect(lines[1]).toMatch(en)
})
