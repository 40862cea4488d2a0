import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { type Exam, keptExams } from '../../core/history/foldExam.ts'
import { attemptId } from '../../core/ids.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { Alone } from '../../ui/Alone.tsx'
import { Missing } from '../../ui/Missing.tsx'
import { ExamResult } from './ExamResult.tsx'
import { ExamTaking } from './ExamTaking.tsx'
import './exam.css'

/** An exam by its address: goes on where it was left, or shows its result. */
export const ExamPage = () => {
  const { t } = useTranslation()
  const id = attemptId(useParams().attemptId ?? '')
  const exams = useProgress((state) => state.progress.exams)
  const exam = exams.get(id)
  if (exam === undefined) {
    const isFull = exams.size >= keptExams
    return (
      <Alone>
        <Missing
          title={isFull ? t('exam.missingOld', { count: keptExams }) : t('exam.missing')}
          text={isFull ? t('exam.missingOldText', { count: keptExams }) : t('exam.missingText')}
        >
          <Link className="btn" to="/exam">
            {t('exam.toExam')}
          </Link>
          {isFull && <Link to="/history">{t('unknown.toHistory')}</Link>}
        </Missing>
      </Alone>
    )
  }
  return <Known key={id} exam={exam} />
}

const Known = ({ exam }: { exam: Exam }) => {
  const { links } = useStudy().catalog
  // What was drawn and is no longer taught is neither asked nor counted.
  const items = useMemo(() => exam.items.filter((item) => links.items.has(item)), [exam.items, links])
  return exam.handedIn === null ? <ExamTaking exam={exam} items={items} /> : <ExamResult exam={exam} items={items} />
}
