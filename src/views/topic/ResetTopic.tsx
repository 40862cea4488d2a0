import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicStub } from '../../core/content/types.ts'
import { topicOf } from '../../core/ids.ts'
import { useProgress } from '../../stores/StudyProvider.tsx'
import { useDone } from '../../stores/useDone.ts'
import { ActDone } from '../../ui/ActDone.tsx'

/** Starts the memory of a whole topic anew: asks first, and undo brings it back. */
export const ResetTopic = ({ stub }: { stub: TopicStub }) => {
  const { t } = useTranslation()
  const facts = useProgress((state) => state.progress.facts)
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const { done, act, takeBack } = useDone()
  const seen = [...facts.keys()].filter((fact) => topicOf(fact) === stub.id)
  if (seen.length === 0 && done === null) return null
  const reset = (): void => {
    dialog.current?.close()
    act([{ kind: 'reset', facts: seen }], t('topic.resetDone', { count: seen.length }))
  }
  return (
    <div className="resettopic">
      {done && <ActDone key={done.turn} text={done.text} onUndo={done.ids.length > 0 ? () => takeBack(t('care.did.undone')) : undefined} />}
      {seen.length > 0 && (
        <button type="button" className="linkbtn muted" onClick={() => dialog.current?.showModal()}>
          {t('topic.reset')}
        </button>
      )}
      <dialog ref={dialog} className="dialog" aria-labelledby={title}>
        <h2 id={title}>{t('topic.resetTitle')}</h2>
        <p>{t('topic.resetText', { count: seen.length })}</p>
        <form method="dialog" className="ways">
          <button type="submit" className="btn">
            {t('topic.cancel')}
          </button>
          <button type="button" className="btn danger" onClick={reset}>
            {t('topic.resetDo')}
          </button>
        </form>
      </dialog>
    </div>
  )
}
