import type { ReactNode } from 'react'
import type { Item } from '../../core/content/types.ts'
import { Blocks, RichText, type Setting } from '../Blocks.tsx'

/** What is right, without what can be chosen or typed; of an exercise, whose numbers change, how it goes. */
export const RightAnswer = ({ item, setting }: { item: Item; setting: Setting }): ReactNode => {
  switch (item.kind) {
    case 'term':
    case 'cloze':
    case 'card':
      return <Blocks blocks={item.answer} setting={setting} />
    case 'choice':
      return (
        <ul>
          {item.options.map(
            (option, place) =>
              option.correct && (
                <li key={place}>
                  <RichText rich={option.text} setting={setting} />
                </li>
              ),
          )}
        </ul>
      )
    case 'fill':
      return (
        <p>
          <code>{item.answers.find(({ match }) => match === 'expected')?.text}</code>
        </p>
      )
    case 'order':
      return (
        <ol>
          {item.steps.map((step, place) => (
            <li key={place}>
              <RichText rich={step.text} setting={setting} />
            </li>
          ))}
        </ol>
      )
    case 'match':
      return (
        <ul>
          {item.pairs.map((pair, place) => (
            <li key={place}>
              <RichText rich={pair.left} setting={setting} /> – <RichText rich={pair.right} setting={setting} />
            </li>
          ))}
        </ul>
      )
    case 'exercise':
      return <Blocks blocks={item.explanation} setting={setting} />
  }
}
