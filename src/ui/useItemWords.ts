import { useTranslation } from 'react-i18next'
import type { Item } from '../core/content/types.ts'
import { askingWords, firstWords } from './plainText.ts'

/** What an item goes by in a list: a card by its prompt, a question by what it asks, an exercise by what it trains. */
export const useItemWords = (): ((item: Item) => string) => {
  const { t } = useTranslation()
  return (item) => {
    if ('prompt' in item) return firstWords(item.prompt)
    return item.kind === 'exercise' ? t(`exercise.name.${item.task.kind}`) : askingWords(item.stem)
  }
}
