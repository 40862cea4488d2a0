import { useTranslation } from 'react-i18next'
import type { Lang, TopicStub } from '../core/content/types.ts'
import type { WeakCause, WeakReason } from '../core/mastery/weakReason.ts'

/** One sentence of cause with its count. */
export const WeakSentence = ({ reason, stub, lang }: { reason: WeakReason; stub: TopicStub; lang: Lang }) => {
  const { t } = useTranslation()
  /** `mid`: another cause follows. */
  const words = (cause: WeakCause, place: 'mid' | 'end'): string => {
    switch (cause.kind) {
      case 'wrong':
        return t(`weak.cause.${place}.wrong`, {
          section: stub.sections.find(({ id }) => id === cause.section)?.heading[lang] ?? '',
          wrong: cause.wrong,
          count: cause.of,
        })
      case 'sure':
        return t(`weak.cause.${place}.sure`, { count: cause.count })
      case 'unseen':
        return t(`weak.cause.${place}.unseen`, { unseen: cause.unseen, count: cause.facts })
      case 'faded':
        return t(`weak.cause.${place}.faded`, { count: cause.daysSince, recall: Math.round(cause.recall * 100) })
    }
  }
  const sentence = (): string => {
    switch (reason.kind) {
      case 'little':
        return t('weak.little', { read: reason.sectionsRead, answers: reason.answers })
      case 'held':
        return t('weak.held')
      case 'causes':
        return reason.second === null
          ? t('weak.sentence', { causes: words(reason.first, 'end') })
          : t('weak.sentence', { causes: words(reason.first, 'mid') + words(reason.second, 'end') })
    }
  }
  const said = sentence()
  return <p className="reason num">{said.charAt(0).toUpperCase() + said.slice(1)}</p>
}
