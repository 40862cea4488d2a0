import { TextlintKernel, type TextlintKernelRule } from '@textlint/kernel'
import text from '@textlint/textlint-plugin-text'
import successiveWord from 'textlint-rule-ja-no-successive-word'
import maxTen from 'textlint-rule-max-ten'
import doubledConjunction from 'textlint-rule-no-doubled-conjunction'
import doubleNegative from 'textlint-rule-no-double-negative-ja'
import droppedRa from 'textlint-rule-no-dropping-the-ra'
import mixedStyle from 'textlint-rule-no-mix-dearu-desumasu'
import sentenceLength from 'textlint-rule-sentence-length'

/** Some of these packages are read as they are, some with what they export under `default`. */
const exported = <Value extends object>(module: Value | { readonly default: Value }): Value =>
  'default' in module ? module.default : module

/**
 * Of textlint's preset for technical writing in Japanese those rules that find what a copy
 * editor would change. Left out, tried on the whole catalogue: `no-doubled-joshi` (91 findings,
 * among them「AにもBにも」and what reads well), `ja-no-weak-phrase` (a thing that may be so is
 * said to be so), `ja-no-redundant-expression` and `ja-no-abusage` (「イメージを実行」,「3つ目を止め」).
 */
const rules: readonly TextlintKernelRule[] = [
  {
    ruleId: 'no-mix-dearu-desumasu',
    rule: exported(mixedStyle),
    options: { preferInHeader: '', preferInBody: 'である', preferInList: 'である' },
  },
  { ruleId: 'max-ten', rule: exported(maxTen), options: { max: 4 } },
  { ruleId: 'sentence-length', rule: exported(sentenceLength), options: { max: 140 } },
  { ruleId: 'no-double-negative-ja', rule: exported(doubleNegative) },
  { ruleId: 'no-dropping-the-ra', rule: exported(droppedRa) },
  { ruleId: 'ja-no-successive-word', rule: exported(successiveWord) },
  { ruleId: 'no-doubled-conjunction', rule: exported(doubledConjunction) },
]

const kernel = new TextlintKernel()

/** What is clumsy or not of one style in a stretch of Japanese, each with the words that it is about. */
export const clumsy = async (words: string): Promise<readonly string[]> => {
  if (!/\p{sc=Hiragana}/u.test(words)) return []
  const { messages } = await kernel.lintText(words, {
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: exported(text) }],
    rules: [...rules],
  })
  const own = messages.map(
    ({ message, index }) => `${message.split('\n', 1).join('')} …${words.slice(Math.max(0, index - 12), index + 12)}…`,
  )
  const narrow = /[ｦ-ﾟ]/u.exec(words)?.[0]
  const bare = words.normalize('NFC') === words ? [] : ['Letters are not composed (NFC).']
  return [...own, ...bare, ...(narrow === undefined ? [] : [`Half-width kana: ${narrow}`])]
}
