import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { sectionPath } from '../../core/ids.ts'
import { drillPath } from '../../core/mastery/drillAim.ts'
import { luckyGuesses, type Misjudged, sureButWrong } from '../../core/mastery/judgements.ts'
import { studyDay } from '../../core/time.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useItem } from '../../stores/useTopic.ts'
import { useItemWords } from '../../ui/useItemWords.ts'

/** Items told in each list, and asked again together. */
const told = 5

/** Where the learner's own judgement was wrong: what was sure and wrong, and what was right by luck. */
export const Misjudgements = () => {
  const { links } = useStudy().catalog
  const progress = useProgress((state) => state.progress)
  return (
    <>
      <Misjudgement kind="sure" found={sureButWrong(progress, links)} />
      <Misjudgement kind="lucky" found={luckyGuesses(progress, links)} />
    </>
  )
}

const Misjudgement = ({ kind, found }: { kind: 'sure' | 'lucky'; found: readonly Misjudged[] }) => {
  const { t } = useTranslation()
  const shown = found.slice(0, told)
  const heading = `weak-${kind}`
  return (
    <section className="sec" aria-labelledby={heading}>
      <div className="sechead">
        <h2 id={heading}>{t(`weak.${kind}.title`)}</h2>
        {shown.length > 1 && (
          <Link to={drillPath({ kind: 'items', items: shown.map(({ item }) => item.id) })}>
            {t('weak.askAll', { count: shown.length })}
          </Link>
        )}
      </div>
      {found.length === 0 ? (
        <p className="muted about">{t(`weak.${kind}.none`)}</p>
      ) : (
        <ul className="rowlist judged">
          <Suspense>
            {shown.map((each) => (
              <JudgedRow key={each.item.id} judged={each} />
            ))}
          </Suspense>
        </ul>
      )}
    </section>
  )
}

const JudgedRow = ({ judged: { item: stub, history } }: { judged: Misjudged }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { now } = useStudy()
  const { item } = useItem(stub.id, lang)
  const words = useItemWords()(item)
  const today = studyDay(now().at, now().offsetMin)
  return (
    <li>
      <Link to={sectionPath(stub.section)}>{words}</Link>
      <span className="meta num">{history.lastDay !== null && dayFromNow(history.lastDay - today, lang)}</span>
      <Link className="btn" to={drillPath({ kind: 'items', items: [stub.id] })}>
        {t('weak.askAgain')}
        <span className="sr">{words}</span>
      </Link>
    </li>
  )
}
