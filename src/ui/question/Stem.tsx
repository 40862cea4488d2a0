import type { Block } from '../../core/content/types.ts'
import { Blocks, RichText, type Setting } from '../Blocks.tsx'

/**
 * A question's stem. Its words speak in the taught voice; output to read or a
 * figure stands between them. `id` goes to the last paragraph, which asks.
 */
export const Stem = ({ id, blocks, setting }: { id: string; blocks: readonly Block[]; setting: Setting }) => {
  const asking = blocks.findLastIndex((block) => block.tag === 'p')
  return (
    <div className="stem" lang={setting.lang}>
      {blocks.map((block, index) =>
        block.tag === 'p' ? (
          <p key={index} id={index === asking ? id : undefined}>
            <RichText rich={block.children} setting={setting} />
          </p>
        ) : (
          <div key={index} className="stemrest">
            <Blocks blocks={[block]} setting={setting} />
          </div>
        ),
      )}
    </div>
  )
}
