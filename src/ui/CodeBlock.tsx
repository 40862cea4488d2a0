import { useTranslation } from 'react-i18next'
import type { Block } from '../core/content/types.ts'

/** Code, or the record of a terminal on the machine's dark ground; the caption says whether it was run. */
export const CodeBlock = ({ block }: { block: Extract<Block, { tag: 'code' }> }) => {
  const { t } = useTranslation()
  const isTranscript = block.lang === 'console'
  const pre = (
    <section
      className={isTranscript ? 'codeblock transcript' : 'codeblock'}
      aria-label={t(isTranscript ? 'prose.transcript' : 'prose.code')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls inside itself, so a keyboard must reach it
      tabIndex={0}
    >
      <pre>
        <code>
          {block.runs.map((run, index) =>
            run.kind === undefined ? (
              run.text
            ) : (
              <span key={index} className={`c-${run.kind}`}>
                {run.text}
              </span>
            ),
          )}
        </code>
      </pre>
    </section>
  )
  return block.ran ? (
    <figure>
      {pre}
      <figcaption className="capline">{t('prose.ran')}</figcaption>
    </figure>
  ) : (
    pre
  )
}
