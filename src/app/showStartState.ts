const words = {
  waiting: {
    ja: () => '学習の記録を読んでいる。箱庭を別のタブで開いていれば、そのタブを閉じると早く進むことがある。',
    en: () => 'Reading your history. If Hakoniwa is open in another tab, closing that tab may help.',
  },
  replaying: {
    ja: (percent: number) => `学習の記録を数え直している（${percent}%）。`,
    en: (percent: number) => `Counting your history anew: ${percent}%.`,
  },
  failed: {
    ja: () => '箱庭を読み込めなかった。接続を確かめて、ページを読み込み直す。学習の記録は消えていない。',
    en: () => 'Hakoniwa could not be loaded. Check the connection and reload the page. Your history is not lost.',
  },
} as const

/**
 * The page before there is an app to show. The texts of the tool may be what is
 * missing, so both languages stand here. `share`: how much of a replay is done, 0 to 1.
 */
export const showStartState = (root: HTMLElement, state: keyof typeof words, share = 0): void => {
  root.replaceChildren(
    ...(['ja', 'en'] as const).map((lang) => {
      const paragraph = document.createElement('p')
      paragraph.lang = lang
      paragraph.className = 'startstate'
      paragraph.textContent = words[state][lang](Math.round(share * 100))
      return paragraph
    }),
  )
}
