import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { msLeft } from '../../core/exam/examClock.ts'
import { examScore, rightItems } from '../../core/exam/examScore.ts'
import type { Exam } from '../../core/history/foldExam.ts'
import { dateAndTime } from '../../i18n/dates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useDone } from '../../stores/useDone.ts'
import { ActDone } from '../../ui/ActDone.tsx'
import { RowList } from '../../ui/RowList.tsx'
import { TitledSection } from '../../ui/TitledSection.tsx'

const shownExams = 10

/** The last exams: go on with one, discard it, or look at a result. */
export const PastExams = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const exams = useProgress((state) => state.progress.exams)
  const { done, act, takeBack } = useDone()
  const latest = [...exams.values()].sort((a, b) => b.startedAt - a.startedAt)
  if (latest.length === 0 && done === null) return null
  const standing = (exam: Exam): string => {
    if (exam.handedIn === null) {
      const left = msLeft(exam, now().at)
      return left === 0 ? t('exam.over') : t('exam.open', { minutes: Math.ceil(left / 60_000) })
    }
    const items = exam.items.filter((item) => catalog.links.items.has(item))
    return t('exam.scored', { score: examScore(rightItems(exam, items).length, items.length) })
  }
  return (
    <TitledSection title={t('exam.past')}>
      {done && <ActDone key={done.turn} text={done.text} onUndo={done.ids.length > 0 ? () => takeBack(t('exam.kept')) : undefined} />}
      <RowList rows={latest} atOnce={shownExams}>
        {(exam) => (
          <li key={exam.id}>
            <Link id={`exam-${exam.id}`} to={`/exam/${exam.id}`}>
              {t('exam.of', { count: exam.items.length })}{' '}
              <span className="meta num">{dateAndTime({ at: exam.startedAt, offsetMin: now().offsetMin }, lang)}</span>
            </Link>
            <span className="num">{standing(exam)}</span>
            {exam.handedIn === null && (
              <button
                type="button"
                className="linkbtn"
                aria-describedby={`exam-${exam.id}`}
                onClick={() => act([{ kind: 'retracted', events: [exam.startedBy] }], t('exam.discarded'))}
              >
                {t('exam.discard')}
              </button>
            )}
          </li>
        )}
      </RowList>
    </TitledSection>
  )
}
