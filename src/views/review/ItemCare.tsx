import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Section } from '../../core/content/types.ts'
import { sectionPath } from '../../core/ids.ts'
import type { QueueEntry } from '../../core/schedule/planReview.ts'
import { useProgress } from '../../stores/StudyProvider.tsx'
import { Key } from '../../ui/Key.tsx'
import { useKeys } from '../../ui/useKeys.ts'

export interface ItemCareProps {
  readonly entry: QueueEntry
  readonly section: Section
  /** The way to the section is open once there is nothing left to lose by leaving. */
  readonly answered: boolean
  /** Letters choose an option now, and do nothing else. */
  readonly lettersChoose: boolean
  readonly onSkip: () => void
  readonly onSuspend: () => void
  readonly onBury: () => void
  readonly onReset: () => void
  /** The note of a mark, empty for one without words; `null` removes the mark. */
  readonly onMark: (note: string | null) => void
}

/** What can be done with an item beside answering it; all of it can be undone. */
export const ItemCare = ({ entry, section, answered, lettersChoose, onSkip, onSuspend, onBury, onReset, onMark }: ItemCareProps) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const note = useProgress((state) => state.progress.items.get(entry.item.id)?.note ?? null)
  const [draft, setDraft] = useState<string | null>(null)
  const isWriting = draft !== null
  const noteId = useId()
  const more = useRef<HTMLDetailsElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const markButton = useRef<HTMLButtonElement>(null)
  const wasWriting = useRef(false)
  useEffect(() => {
    if (isWriting) {
      text.current?.focus()
      // On goes the note that is there.
      text.current?.setSelectionRange(text.current.value.length, text.current.value.length)
    } else if (wasWriting.current) markButton.current?.focus()
    wasWriting.current = isWriting
  }, [isWriting])
  const path = sectionPath(section.id)
  const write = (): void => {
    if (more.current !== null) more.current.open = true
    if (isWriting) text.current?.focus()
    else setDraft(note ?? '')
  }
  // A key destroys nothing that was written: with a note it opens the note.
  const mark = (): void => {
    if (isWriting || (note !== null && note !== '')) write()
    else onMark(note === null ? '' : null)
  }
  const keep = (): void => {
    const kept = (draft ?? '').trim()
    if (kept !== note) onMark(kept)
    setDraft(null)
  }
  const cancel = (event: KeyboardEvent): void => {
    // Escape also ends a Japanese conversion.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) setDraft(null)
  }
  useKeys({ s: onSuspend, b: lettersChoose ? undefined : onBury, m: mark, e: answered ? () => void navigate(path) : undefined })
  return (
    <>
      <p className="ways">
        {entry.repeat && (
          <button type="button" className="linkbtn" onClick={onSkip}>
            {t('session.skip')}
          </button>
        )}
        <span>
          <Link to={path}>{t('session.readSection')}</Link> {answered && <Key>e</Key>}
        </span>
        <span>
          <button type="button" className="linkbtn" onClick={onBury}>
            {t('care.bury')}
          </button>{' '}
          {!lettersChoose && <Key>b</Key>}
        </span>
        <span>
          <button type="button" className="linkbtn" onClick={onSuspend}>
            {t('session.suspend')}
          </button>{' '}
          <Key>s</Key>
        </span>
      </p>
      <details className="why" ref={more}>
        <summary>{note === null ? t('care.more') : `${t('care.more')} · ${t('care.marked')}`}</summary>
        {draft === null ? (
          <>
            {note !== null && note !== '' && <p className="notetext">{note}</p>}
            <p className="ways">
              <span>
                <button type="button" className="linkbtn" ref={markButton} onClick={mark}>
                  {t(note === null ? 'care.mark' : note === '' ? 'care.unmark' : 'care.editNote')}
                </button>{' '}
                <Key>m</Key>
              </span>
              {note !== null && note !== '' ? (
                <button
                  type="button"
                  className="linkbtn"
                  onClick={() => {
                    onMark(null)
                    markButton.current?.focus()
                  }}
                >
                  {t('care.unmark')}
                </button>
              ) : (
                <button type="button" className="linkbtn" onClick={write}>
                  {t('care.writeNote')}
                </button>
              )}
            </p>
          </>
        ) : (
          <form
            className="note"
            onSubmit={(event) => {
              event.preventDefault()
              keep()
            }}
          >
            <label htmlFor={noteId}>{t('care.note')}</label>
            <textarea id={noteId} ref={text} rows={2} value={draft} onChange={(event) => setDraft(event.target.value)} onKeyDown={cancel} />
            <span className="ways">
              <button type="submit" className="btn">
                {t('care.keep')}
              </button>
              <button type="button" className="btn quiet" onClick={() => setDraft(null)}>
                {t('topic.cancel')}
              </button>
            </span>
          </form>
        )}
        <p>
          <button type="button" className="linkbtn" onClick={onReset}>
            {t('care.reset')}
          </button>
        </p>
        <p className="meta">{t('care.resetText')}</p>
      </details>
    </>
  )
}
