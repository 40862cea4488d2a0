import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHref } from 'react-router'
import type { Attempt } from '../../core/history/foldAttempt.ts'
import type { ItemId } from '../../core/ids.ts'
import { packItems } from '../../core/quiz/sharedQuiz.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { useBegin } from './useBegin.ts'

interface SameAgainProps {
  readonly attempt: Attempt
  /** Those of the attempt that are still taught. */
  readonly items: readonly ItemId[]
  /** The element that says which quiz it is, where there are several. */
  readonly describedBy?: string
}

/** The same questions in the same order with the same numbers: once more here, or by a link anywhere. */
export const SameAgain = ({ attempt, items, describedBy }: SameAgainProps) => {
  const { t } = useTranslation()
  const { catalog, newAttempt } = useStudy()
  const begin = useBegin()
  const [copying, setCopying] = useState<'copied' | 'refused' | null>(null)
  const path = useHref(`/quiz?seed=${attempt.seed}&items=${packItems(items)}`)
  const address = new URL(path, location.href).href
  const repeat = (): void =>
    begin(
      { id: newAttempt().id, seed: attempt.seed },
      attempt.topics,
      items.flatMap((item) => catalog.links.items.get(item) ?? []),
    )
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address)
      setCopying('copied')
    } catch {
      // A browser that lets no page write there still shows the link.
      setCopying('refused')
    }
  }
  if (items.length === 0) return null
  return (
    <div className="ways">
      <button type="button" className="linkbtn" aria-describedby={describedBy} onClick={repeat}>
        {t('quizLink.again')}
      </button>
      <button type="button" className="linkbtn" aria-describedby={describedBy} onClick={() => void copy()}>
        {t('quizLink.copy')}
      </button>
      <span className="meta" aria-live="polite">
        {copying === 'copied' && t('quizLink.copied')}
        {copying === 'refused' && t('quizLink.refused')}
      </span>
      {copying === 'refused' && (
        <input className="field" aria-label={t('quizLink.address')} readOnly value={address} onFocus={({ target }) => target.select()} />
      )}
    </div>
  )
}
