import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lang } from '../../core/content/types.ts'
import { isAnswered } from '../../core/exam/handIn.ts'
import type { Exam } from '../../core/history/foldExam.ts'
import type { ItemId } from '../../core/ids.ts'
import { TitledSection } from '../../ui/TitledSection.tsx'
import { askingWords } from '../../ui/plainText.ts'
import { useExamQuestions } from './useExamQuestion.ts'
import { useMiscounted } from './useMiscounted.ts'

interface ExamCheckProps {
  readonly exam: Exam
  readonly items: readonly ItemId[]
  readonly lang: Lang
  readonly onJump: (position: number) => void
}

/** What there is to look at before an exam is handed in. */
export const ExamCheck = ({ exam, items, lang, onJump }: ExamCheckProps) => {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const asked = useExamQuestions(exam, items, lang)
  const counted = useMiscounted({ exam, items, lang })
  const open = items.filter((item) => !isAnswered(exam.drafts.get(item)))
  const row = (item: ItemId): ReactNode => {
    const position = items.indexOf(item)
    const counts = counted.get(item)
    return (
      <li key={item}>
        <span lang={lang}>
          <button type="button" className="linkbtn" onClick={() => onJump(position)}>
            {position + 1}. {askingWords(asked.get(item)?.question.stem ?? [])}
          </button>
        </span>
        {counts !== undefined && <span className="num">{t('exam.pick', counts)}</span>}
      </li>
    )
  }
  return (
    <div className="examcheck">
      <h1 ref={heading} tabIndex={-1}>
        {t('exam.checkTitle')}
      </h1>
      <p className="muted">{t(open.length === 0 ? 'exam.allAnswered' : 'exam.openNote')}</p>
      <CheckList title={t('exam.openItems')}>{open.map(row)}</CheckList>
      <CheckList title={t('exam.miscounted')}>{[...counted.keys()].map(row)}</CheckList>
      <CheckList title={t('exam.flaggedItems')}>{items.filter((item) => exam.flagged.has(item)).map(row)}</CheckList>
    </div>
  )
}

const CheckList = ({ title, children }: { title: string; children: readonly ReactNode[] }) =>
  children.length === 0 ? null : (
    <TitledSection title={title}>
      <ul className="rowlist">{children}</ul>
    </TitledSection>
  )
