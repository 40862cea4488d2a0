import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { isCard } from '../../core/content/types.ts'
import type { ItemId } from '../../core/ids.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { useItem } from '../../stores/useTopic.ts'
import { firstWords } from '../../ui/plainText.ts'

/** What was set aside during review, each with the way back. */
export const Suspended = () => {
  const { t } = useTranslation()
  const { links } = useStudy().catalog
  const items = useProgress((state) => state.progress.items)
  const suspended = [...items].flatMap(([id, history]) => (history.suspended && links.items.has(id) ? [id] : []))
  if (suspended.length === 0) return null
  return (
    <section className="sec" aria-labelledby="suspended">
      <div className="sechead">
        <h2 id="suspended">{t('settings.suspended', { count: suspended.length })}</h2>
      </div>
      <ul className="rowlist">
        <Suspense>
          {suspended.map((id) => (
            <Row key={id} id={id} />
          ))}
        </Suspense>
      </ul>
    </section>
  )
}

const Row = ({ id }: { id: ItemId }) => {
  const { t } = useTranslation()
  const { item } = useItem(id, useLang())
  const record = useProgress((state) => state.record)
  return (
    <li>
      <span>{item.kind === 'exercise' ? t(`exercise.name.${item.task.kind}`) : firstWords(isCard(item) ? item.prompt : item.stem)}</span>
      <button type="button" className="linkbtn" onClick={() => record([{ kind: 'resumed', item: id }])}>
        {t('flashcards.resume')}
      </button>
    </li>
  )
}
