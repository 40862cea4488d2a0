import { Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { preloadItems } from '../../catalog/catalog.ts'
import type { Lang } from '../../core/content/types.ts'
import { isAnswered } from '../../core/exam/handIn.ts'
import type { Exam } from '../../core/history/foldExam.ts'
import type { ItemId } from '../../core/ids.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useSaved } from '../../stores/useSaved.ts'
import { Key } from '../../ui/Key.tsx'
import { LanguageButton } from '../../ui/LanguageButton.tsx'
import { LeaveLink } from '../../ui/LeaveLink.tsx'
import { SavedMark } from '../../ui/SavedMark.tsx'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { ExamCheck } from './ExamCheck.tsx'
import { ExamClock } from './ExamClock.tsx'
import { ExamQuestion } from './ExamQuestion.tsx'
import { JumpGrid } from './JumpGrid.tsx'
import { useExamDrafts } from './useExamDrafts.ts'
import { useHandIn } from './useHandIn.ts'
import { useMiscounted } from './useMiscounted.ts'

/** An exam that is open. Where one is stands in the address, so that a reload goes on there; after the last question comes the check. */
export const ExamTaking = ({ exam, items }: { exam: Exam; items: readonly ItemId[] }) => {
  const { t } = useTranslation()
  const uiLang = useLang()
  const { catalog } = useStudy()
  const record = useProgress((state) => state.record)
  const saved = useSaved()
  const [search, setSearch] = useSearchParams()
  const [otherLang, setOtherLang] = useState(false)
  const [moved, setMoved] = useState(false)
  const drafts = useExamDrafts(exam)
  const { handIn, failed } = useHandIn(exam)
  const dialog = useRef<HTMLDialogElement>(null)
  const sure = useId()

  const [position, setPosition] = useState(() => {
    const asked = Number(search.get('item') ?? Number.NaN) - 1
    if (Number.isInteger(asked) && asked >= 0) return Math.min(asked, items.length)
    const lastDraft = [...exam.drafts.keys()].at(-1)
    return lastDraft === undefined ? 0 : Math.max(0, items.indexOf(lastDraft))
  })
  const place = String(position + 1)
  useEffect(() => {
    if (search.get('item') === place) return
    const next = new URLSearchParams(search)
    next.set('item', place)
    setSearch(next, { replace: true })
  }, [place, search, setSearch])
  const item = items[position]
  const lang: Lang = otherLang ? (uiLang === 'ja' ? 'en' : 'ja') : uiLang
  const isFlagged = item !== undefined && exam.flagged.has(item)
  const open = items.filter((id) => !isAnswered(exam.drafts.get(id))).length

  const go = (next: number): void => {
    drafts.flush()
    setMoved(true)
    setPosition(next)
    window.scrollTo(0, 0)
  }
  const goOn = (): void => go(Math.min(position + 1, items.length))
  const goBack = position > 0 ? (): void => go(position - 1) : undefined
  const flag = (): void => {
    if (item !== undefined) record([{ kind: 'examFlagged', attempt: exam.id, item, flagged: !isFlagged }])
  }
  const switchLang = (): void => setOtherLang(!otherLang)
  const hand = (): void => {
    dialog.current?.close()
    drafts.flush()
    void handIn()
  }
  const ask = (): void => dialog.current?.showModal()
  useEffect(() => preloadItems(catalog, items, lang), [catalog, items, lang])
  useKeys(item === undefined ? { enter: ask, p: goBack, l: switchLang } : { enter: goOn, n: goOn, p: goBack, f: flag, l: switchLang })

  return (
    <SessionFrame
      leave={<LeaveLink to="/exam" />}
      name={t('nav.exam')}
      position={Math.min(position + 1, items.length)}
      total={items.length}
      progressLabel={item === undefined ? t('exam.checkTitle') : t('session.position', { position: position + 1, total: items.length })}
      tools={
        <>
          <SavedMark state={saved} />
          <LanguageButton shown={lang} onSwitch={switchLang} />
          <ExamClock exam={exam} onOver={hand} />
        </>
      }
      wide
      bar={
        <div className="exambar">
          <button type="button" className="btn" disabled={goBack === undefined} onClick={goBack}>
            {t('exam.previous')}
          </button>
          {item !== undefined && (
            <label className="btn">
              <input className="plain" type="checkbox" checked={isFlagged} onChange={flag} />
              {t('exam.flag')}
              <Key>f</Key>
            </label>
          )}
          {item === undefined ? (
            <button type="button" className="btn primary" onClick={ask}>
              {t('exam.handIn')}
              <Key>Enter</Key>
            </button>
          ) : (
            <button type="button" className="btn primary" onClick={goOn}>
              {t(position === items.length - 1 ? 'exam.check' : 'exam.next')}
              <Key>Enter</Key>
            </button>
          )}
        </div>
      }
    >
      <title>{t('title.page', { name: t('nav.exam') })}</title>
      <p role="alert" className="examfailed">
        {failed && t('exam.failed')}
      </p>
      <div className="examgrid">
        <Suspense fallback={<div className="box bleed q" />}>
          {item === undefined ? (
            <ExamCheck exam={exam} items={items} lang={lang} onJump={go} />
          ) : (
            <ExamQuestion
              key={item}
              exam={exam}
              item={item}
              lang={lang}
              number={position + 1}
              draft={drafts.responseOf(item)}
              takesFocus={moved}
              onRespond={(response) => drafts.respond({ item, response, lang })}
              onNext={goOn}
            />
          )}
        </Suspense>
        <JumpGrid exam={exam} items={items} position={position} onJump={go} onCheck={() => go(items.length)} />
      </div>
      <dialog ref={dialog} className="dialog" aria-labelledby={sure}>
        <h2 id={sure}>{t('exam.sure')}</h2>
        <p>{t('exam.sureText', { count: open })}</p>
        {item === undefined && (
          <Suspense>
            <SureMiscounted exam={exam} items={items} lang={lang} />
          </Suspense>
        )}
        <form method="dialog" className="ways">
          <button type="submit" className="btn">
            {t('exam.goBack')}
          </button>
          <button type="button" className="btn primary" onClick={hand}>
            {t('exam.handIn')}
          </button>
        </form>
      </dialog>
    </SessionFrame>
  )
}

const SureMiscounted = (props: { exam: Exam; items: readonly ItemId[]; lang: Lang }) => {
  const { t } = useTranslation()
  const numbers = [...useMiscounted(props).keys()].map((item) => props.items.indexOf(item) + 1)
  return numbers.length === 0 ? null : <p>{t('exam.sureMiscounted', { count: numbers.length, numbers: numbers.join(t('exam.and')) })}</p>
}
