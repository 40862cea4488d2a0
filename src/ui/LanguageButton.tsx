import type { Lang } from '../core/content/types.ts'
import { Key } from './Key.tsx'

/** Shows the item, and only the item, in the other language; the answer so far stays. */
export const LanguageButton = ({ shown, onSwitch }: { shown: Lang; onSwitch: () => void }) => {
  const other = shown === 'ja' ? 'en' : 'ja'
  return (
    <button type="button" className="btn quiet" lang={other} onClick={onSwitch}>
      {other === 'ja' ? (
        <span>
          日本語<span className="sr">でこの項目を表示</span>
        </span>
      ) : (
        <span>
          <span className="sr">Show this item in </span>English
        </span>
      )}
      <Key>l</Key>
    </button>
  )
}
