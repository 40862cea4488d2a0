import { useId, useState } from 'react'
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
  readonly onSkip: () => void
  readonly onSuspend: () => void
  readonly onBury: () => void
  readonly onReset: () => void
}

/** What can be done with an item beside answering it; all of it can be undone. */
export const ItemCare = ({ entry, section, answered, onSkip, onSuspend, onBury, onReset }: ItemCareProps) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const record = useProgress((state) => state.record)
  const note = useProgress((state) => state.progress.items.get(entry.item.id)?.note ?? null)
  const [draft, setDraft] = useState<string | null>(null)
  const noteId = useId()
  const path = sectionPath(section.id)
  const unmark = (): void => {
    record([{ kind: 'unmarked', item: entry.item.id }])
  }
  const keep = (text: string): void => {
    record([{ kind: 'marked', item: entry.item.id, note: text.trim() }])
    setDraft(null)
  }
  const mark = (): void => (note === null ? keep('') : unmark())
  useKeys({ s: onSuspend, b: onBury, m: mark, e: answered ? () => void navigate(path) : undefined })
  return (
    <>
      <p className="ways">
        {entry.repeat && (
          <button type="button" className="linkbtn" onClick={onSkip}>
            {t('session.skip')}
          </button>
        )}
        <span>
          <Link to={path}>{t('session.readSection')}</Link> <Key>e</Key>
        </span>
        <span>
          <button type="button" className="linkbtn" onClick={onBury}>
            {t('care.bury')}
          </button>{' '}
          <Key>b</Key>
        </span>
        <span>
          <button type="button" className="linkbtn" onClick={onSuspend}>
            {t('session.suspend')}
          </button>{' '}
          <Key>s</Key>
        </span>
      </p>
      <details className="why">
        <summary>{note === null ? t('care.more') : `${t('care.more')} · ${t('care.marked')}`}</summary>
        {note !== null && note !== '' && <p>{note}</p>}
        {draft === null ? (
          <p className="ways">
            <span>
              <button type="button" className="linkbtn" onClick={() => setDraft(note ?? '')}>
                {t('care.mark')}
              </button>{' '}
              <Key>m</Key>
            </span>
            {note !== null && (
              <button type="button" className="linkbtn" onClick={unmark}>
                {t('care.unmark')}
              </button>
            )}
          </p>
        ) : (
          <form
            className="note"
            onSubmit={(event) => {
              event.preventDefault()
              keep(draft)
            }}
          >
            <label htmlFor={noteId}>{t('care.note')}</label>
            <textarea id={noteId} rows={2} value={draft} onChange={(event) => setDraft(event.target.value)} />
            <button type="submit" className="btn">
              {t('care.keep')}
            </button>
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
