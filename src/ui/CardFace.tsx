import { type ReactNode, type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '../core/content/types.ts'
import { Blocks, RichText, type Setting } from './Blocks.tsx'
import { Raked } from './Raked.tsx'
import { Sources } from './Sources.tsx'

export interface CardFaceProps {
  readonly card: Card
  readonly setting: Setting
  readonly revealed: boolean
  readonly crumb: ReactNode
  readonly kind: string
  readonly promptRef: Ref<HTMLHeadingElement>
  readonly answerRef: Ref<HTMLElement>
}

/** Both faces of a card in one place: prompt, box and bar keep their position when the answer appears. */
export const CardFace = ({ card, setting, revealed, crumb, kind, promptRef, answerRef }: CardFaceProps) => {
  const { t } = useTranslation()
  const promptId = useId()
  // A heading holds words only; code or a figure of the prompt follows it.
  const question = card.prompt.find((block) => block.tag === 'p')
  const rest = card.prompt.filter((block) => block !== question)
  return (
    <article className="box bleed card" aria-labelledby={promptId}>
      <p className="crumb">
        <span lang={setting.lang}>{crumb}</span>
        <span>{kind}</span>
      </p>
      <div className="prompt" lang={setting.lang}>
        <h1 id={promptId} ref={promptRef} tabIndex={-1}>
          {question === undefined ? kind : <RichText rich={question.children} setting={setting} />}
        </h1>
        <Blocks blocks={rest} setting={setting} />
      </div>
      {revealed ? (
        <>
          <section className="answer" ref={answerRef} tabIndex={-1} aria-label={t('card.answer')}>
            <div lang={setting.lang}>
              <Blocks blocks={card.answer} setting={setting} />
            </div>
          </section>
          <div className="srcline">
            <Sources keys={card.sources} setting={setting} />
          </div>
        </>
      ) : (
        <div className="covered">
          <Raked stone />
        </div>
      )}
    </article>
  )
}
