import { useTranslation } from 'react-i18next'
import { isAnswered } from '../../core/exam/handIn.ts'
import type { Exam } from '../../core/history/foldExam.ts'
import type { ItemId } from '../../core/ids.ts'

interface JumpGridProps {
  readonly exam: Exam
  readonly items: readonly ItemId[]
  readonly position: number
  readonly onJump: (position: number) => void
  readonly onCheck: () => void
}

/** Every question of an exam and how it stands, and the way to hand in. Neutral: a question that is open is no error. */
export const JumpGrid = ({ exam, items, position, onJump, onCheck }: JumpGridProps) => {
  const { t } = useTranslation()
  const isDone = (item: ItemId): boolean => isAnswered(exam.drafts.get(item))
  const answered = items.filter(isDone).length
  const flagged = items.filter((item) => exam.flagged.has(item)).length
  return (
    <details className="examside" open>
      <summary>
        {t('exam.list')}
        <span className="muted num">
          {answered} / {items.length}
        </span>
      </summary>
      <div>
        <nav className="jump num" aria-label={t('exam.jump')}>
          {items.map((item, place) => {
            const said = { number: place + 1, state: t(isDone(item) ? 'exam.answered' : 'exam.unanswered') }
            return (
              <button
                key={item}
                type="button"
                data-answered={isDone(item)}
                data-flagged={exam.flagged.has(item)}
                aria-current={place === position ? 'true' : undefined}
                aria-label={exam.flagged.has(item) ? t('exam.numberFlagged', said) : t('exam.number', said)}
                onClick={() => onJump(place)}
              >
                {place + 1}
              </button>
            )
          })}
        </nav>
        <ul className="examlegend num">
          <li>
            <i data-answered="true" />
            {t('exam.answered')} {answered}
          </li>
          <li>
            <i />
            {t('exam.unanswered')} {items.length - answered}
          </li>
          <li>
            <i data-flagged="true" />
            {t('exam.flagged')} {flagged}
          </li>
        </ul>
        {position < items.length && (
          <button type="button" className="btn" onClick={onCheck}>
            {t('exam.check')}
          </button>
        )}
        <p className="meta">{t('exam.later')}</p>
      </div>
    </details>
  )
}
