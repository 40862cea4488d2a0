import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ReviewPlan } from '../../core/schedule/planReview.ts'
import { upkeepTargetOf } from '../../core/schedule/studyMode.ts'
import type { AfterExamChoice } from '../../core/schedule/studyPlan.ts'
import type { LocalDate } from '../../core/time.ts'
import { fullDate } from '../../i18n/calendarDates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress } from '../../stores/StudyProvider.tsx'
import { useDone } from '../../stores/useDone.ts'
import { ActDone } from '../../ui/ActDone.tsx'

/** What follows an exam that is over: asked once, and then what was chosen. */
export const AfterExam = ({ examDate, plan }: { examDate: LocalDate; plan: ReviewPlan }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const study = useProgress((state) => state.progress.plan)
  const { done, act, takeBack } = useDone()
  const choose = (choice: AfterExamChoice): void =>
    act([{ kind: 'planned', plan: { ...study, afterExam: { of: examDate, choice } } }], t(`afterExam.chosen.${choice}`))
  const percent = Math.round(upkeepTargetOf(study) * 100)
  return (
    <section className="afterexam" aria-labelledby="after">
      <h2 id="after" className={plan.after === 'open' ? '' : 'sr'}>
        {t('afterExam.title')}
      </h2>
      {done && (
        <ActDone key={done.turn} text={done.text} onUndo={done.ids.length > 0 ? () => takeBack(t('afterExam.undone')) : undefined} />
      )}
      {plan.after === 'open' && (
        <>
          <p>{t('afterExam.over', { date: fullDate(examDate, lang) })}</p>
          <dl className="num">
            <Way name={t('afterExam.upkeep')} text={t('afterExam.upkeepText', { percent })} onChoose={() => choose('upkeep')} />
            <Way name={t('afterExam.archive')} text={t('afterExam.archiveText')} onChoose={() => choose('archive')} />
          </dl>
        </>
      )}
      {plan.after === 'upkeep' && <p className="muted num">{t('afterExam.upkept', { percent })}</p>}
      {plan.after === 'archive' && (
        <button type="button" className="btn" onClick={() => choose('upkeep')}>
          {t('afterExam.again')}
        </button>
      )}
      <p>
        <Link to="/settings">{t('afterExam.another')}</Link>
      </p>
    </section>
  )
}

const Way = ({ name, text, onChoose }: { name: string; text: string; onChoose: () => void }) => (
  <div>
    <dt>
      <button type="button" className="btn" onClick={onChoose}>
        {name}
      </button>
    </dt>
    <dd>{text}</dd>
  </div>
)
