import { widthOf } from './noteLines.ts'

/** Words before a colon that comment on the text and name nothing: «例: …», “Note: …”. */
const remarks = new Set(
  `例 例文 例示 実行例 使用例 出力例 注 注意 注意点 注記 注釈 備考 補足 参考 参照 参考文献 出典 引用 引用元 メモ ポイント 前提 結論 余談 追記 訂正 更新 更新日 作成日 投稿日 公開日 日付 日時 著者 作者 執筆者 タグ カテゴリ カテゴリー 図 表 手順 結果 出力 理由 なお ただし つまり 例えば たとえば
   note notes nb tip tips hint warning caution attention important info example examples eg ie see ref refs reference references source sources todo fixme tag tags created updated date author authors status url link links output result step steps edit update ps a q`.split(
    /\s+/,
  ),
)

const isRemark = (text: string): boolean => remarks.has(text.toLowerCase().replace(/[\s\d.①-⑳（）()]+/g, ''))

/** A clause of a sentence rather than a name: ends like one, or holds a topic particle, a finite verb or a pronoun. */
const japaneseClause =
  /(?:[はがをにでとのもてた]|ます|です|する|した|される|られる|ない|たい|よう|通り|とおり|次|以下|下記|こちら|とき|場合|ところ)$|^(?:次|以下|下記|上記|この|その|これ|それ|また|なお)|[^\s]は(?!じめ|んど|ず)|[^\p{L}\p{N}]$(?<![)）」』】\]}+#*`%"'”’〉》])/u
const englishClause =
  /\b(?:is|are|was|were|be|been|has|have|had|can|could|will|would|should|must|may|might|do|does|did|that|which|who|because|if|when|then|this|these|those|there|here|it|we|you|they|i|let|lets|following|follows|please)\b/i

/**
 * Whether words before a colon, unmarked by bold or code, are clearly a term:
 * short, with a letter, no sentence, no address, no time or date, no remark.
 */
export const isTerm = (text: string): boolean => {
  const term = text.trim()
  if (term === '' || term.includes('\n') || widthOf(term) > 50 || !/\p{L}/u.test(term)) return false
  if (/[。．！？!?;；:：＝→⇒<>{}|\\]|^[^-].*=|^https?$|^\d{1,4}[-/年]\d|^\d{1,2}月\d|^\d+[時分日]/u.test(term)) return false
  if (term.includes('、') && /[ぁ-ん]/.test(term)) return false
  if (/^[\p{Script=Latin}\d]/u.test(term) && (term.split(/\s+/).length > 6 || englishClause.test(withoutCode(term)))) return false
  return !isRemark(term) && !japaneseClause.test(term)
}

/** «コンテナとは：…» asks for a definition of コンテナ. */
export const withoutToWa = (term: string): string => term.replace(/\s*とは$/, '')

const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, '')
