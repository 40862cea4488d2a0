import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../Icon.tsx'
import { Blocks, RichText } from '../Blocks.tsx'
import { plainText } from '../plainText.ts'
import { VerdictMark } from '../VerdictPanel.tsx'
import type { OrderProps } from './questionProps.ts'
import { Stem } from './Stem.tsx'

/** Steps put into order with buttons; each move is announced and keeps the focus on the step that moved. */
export const OrderPart = ({ question, setting, shown, response, onRespond, scored }: OrderProps) => {
  const { t, i18n } = useTranslation()
  const [announced, announce] = useState('')
  const stem = useId()
  const how = useId()
  const list = useRef<HTMLOListElement>(null)
  const order = response.order.length === shown.length ? response.order : shown
  const move = (place: number, by: -1 | 1): void => {
    const step = order[place]
    const other = order[place + by]
    if (step === undefined || other === undefined) return
    const next = [...order]
    next[place] = other
    next[place + by] = step
    onRespond({ kind: 'order', order: next })
    // With the step's name: the same place twice in a row would read the same, and what does not change is not said.
    announce(t('order.moved', { step: plainText(question.steps[step]?.text ?? []), place: place + by + 1, total: order.length }))
    // At either end the button used is gone; its pair takes the focus.
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-step="${step}"]`)
      const same = row?.querySelector<HTMLButtonElement>(`[data-by="${by}"]:not([disabled])`)
      ;(same ?? row?.querySelector<HTMLButtonElement>('button:not([disabled])'))?.focus()
    })
  }
  return (
    <fieldset className="question" aria-labelledby={stem} aria-describedby={how}>
      <Stem id={stem} blocks={question.stem} setting={setting} />
      <p className="pick" id={how}>
        {t('order.how')}
      </p>
      <ol className="opts steps" ref={list} lang={setting.lang}>
        {order.map((index, place) => {
          const step = question.steps[index]
          if (step === undefined) return null
          if (scored === undefined) {
            return (
              <li key={index} className="opt" data-step={index}>
                <div className="optrow">
                  <span className="let num">{place + 1}</span>
                  <span>
                    <RichText rich={step.text} setting={setting} />
                  </span>
                  <span className="moves">
                    <button
                      type="button"
                      data-by="-1"
                      className="btn"
                      disabled={place === 0}
                      onClick={() => move(place, -1)}
                      aria-label={t('order.up', { step: plainText(step.text) })}
                    >
                      <Icon name="up" />
                    </button>
                    <button
                      type="button"
                      data-by="1"
                      className="btn"
                      disabled={place === order.length - 1}
                      onClick={() => move(place, 1)}
                      aria-label={t('order.down', { step: plainText(step.text) })}
                    >
                      <Icon name="down" />
                    </button>
                  </span>
                </div>
              </li>
            )
          }
          const inPlace = scored.parts[index] === true
          return (
            <li key={index} className="opt" data-standing={inPlace ? 'right' : 'wrong'}>
              <div className="optrow">
                <VerdictMark verdict={inPlace ? 'correct' : 'wrong'} />
                <span className="let num">{place + 1}</span>
                <span>
                  <RichText rich={step.text} setting={setting} />{' '}
                  <span className="tag" lang={i18n.language}>
                    {t(inPlace ? 'order.inPlace' : 'order.belongs', { place: index + 1 })}
                  </span>
                </span>
              </div>
              <div className="reason">
                <Blocks blocks={step.reason} setting={setting} />
              </div>
            </li>
          )
        })}
      </ol>
      <p className="sr" aria-live="polite">
        {announced}
      </p>
    </fieldset>
  )
}
