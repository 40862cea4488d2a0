import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ItemStub } from '../core/content/types.ts'
import type { ItemHistory } from '../core/history/foldItem.ts'
import { drillPath } from '../core/mastery/drillAim.ts'
import { type FactEvidence, factsIn, type MasteryScope, masteryEvidence } from '../core/mastery/mastery.ts'
import { studyDay } from '../core/time.ts'
import { dayFromNow } from '../i18n/dates.ts'
import { useLang } from '../i18n/useLang.ts'
import { useProgress, useStudy } from '../stores/StudyProvider.tsx'
import { useItem } from '../stores/useTopic.ts'
import { Icon } from '../ui/Icon.tsx'
import { useItemWords } from '../ui/useItemWords.ts'

/** Facts in sight at once; the others unfold. */
const atOnce = 10
const hundred = (share: number): number => Math.round(100 * share)

/** The very items behind a number of mastery, by the facts that they ask, and how many facts were never asked. */
export const MasteryBehind = ({ scope }: { readonly scope: MasteryScope }) => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const [isOpen, setOpen] = useState(false)
  const evidence = masteryEvidence(factsIn(scope, catalog.links), progress, catalog.links, now())
  const answered = evidence.filter(({ recall }) => recall !== null)
  const unseen = evidence.length - answered.length
  const others = answered.slice(atOnce)
  return (
    <div className="masterybehind">
      {answered.length > 0 && <p>{t('mastery.answered', { count: answered.length })}</p>}
      <Facts facts={answered.slice(0, atOnce)} />
      {others.length > 0 && (
        <details className="why" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{t('mastery.more', { count: others.length })}</summary>
          {isOpen && (
            <Suspense>
              <Facts facts={others} />
            </Suspense>
          )}
        </details>
      )}
      {unseen > 0 && <p>{t('mastery.unseen', { count: unseen })}</p>}
    </div>
  )
}

const Facts = ({ facts }: { readonly facts: readonly FactEvidence[] }) => (
  <ul>
    {facts.map((each) => (
      <FactRow key={each.fact} evidence={each} />
    ))}
  </ul>
)

const FactRow = ({ evidence: { tier, recall, held, items } }: { readonly evidence: FactEvidence }) => {
  const { t } = useTranslation()
  const answered = items.filter(({ history }) => history?.last != null)
  // What was answered may no longer be taught; the fact still goes by a name.
  const shown = answered.length > 0 ? answered : items.slice(0, 1)
  const percent = hundred(recall ?? 0)
  return (
    <li>
      {shown.map(({ item, history }) => (
        <Asked key={item.id} stub={item} history={history} />
      ))}
      <span className="meta">
        <Icon name={tier} />{' '}
        {t(hundred(held) === percent ? 'mastery.fact' : 'mastery.factLess', {
          tier: t(`tier.${tier}`),
          recall: percent,
          held: hundred(held),
        })}
      </span>
    </li>
  )
}

/** An item as a link that asks it, with its last answer. */
const Asked = ({ stub, history }: { readonly stub: ItemStub; readonly history: ItemHistory | undefined }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { at, offsetMin } = useStudy().now()
  const { item } = useItem(stub.id, lang)
  const words = useItemWords()(item)
  return (
    <span className="asked">
      <Link to={drillPath({ kind: 'items', items: [stub.id] })}>{words}</Link>
      {history?.lastDay != null && (
        <span className="meta">
          {t(history.rightSince === null ? 'mastery.wrong' : 'mastery.right', {
            when: dayFromNow(history.lastDay - studyDay(at, offsetMin), lang),
          })}
        </span>
      )}
    </span>
  )
}
