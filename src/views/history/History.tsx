import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Act, nextToRedo, nextToUndo } from '../../core/history/acts.ts'
import type { ListedAct } from '../../core/history/listedActs.ts'
import { useProgress } from '../../stores/StudyProvider.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Key } from '../../ui/Key.tsx'
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { ActList } from './ActList.tsx'
import { ActWords } from './ActWords.tsx'
import { type ActKind, actKinds, isOfKind } from './actKind.ts'
import { Paging } from './Paging.tsx'
import { useActs } from './useActs.ts'
import './history.css'

const actsOnPage = 50

/** What the learner just did here. */
interface Done {
  readonly way: 'tookBack' | 'broughtBack'
  readonly act: Act
}

/** Everything that changed progress, newest first, each with the way to take it back and to bring it back. */
export const History = () => {
  const { t } = useTranslation()
  const base = useProgress((state) => state.progress.base)
  const undoAct = useProgress((state) => state.undoAct)
  const redoAct = useProgress((state) => state.redoAct)
  const replaying = useProgress((state) => state.replaying)
  const [kind, setKind] = useState<ActKind | 'all'>('all')
  const [page, setPage] = useState(0)
  const [done, setDone] = useState<Done | 'nothing' | null>(null)
  const isWanted = ({ act }: ListedAct): boolean => kind === 'all' || isOfKind(act, kind)
  // One more than the page shows tells whether there is another page.
  const { events, retractions, acts, isAll, state, lookOn } = useActs(isWanted, (page + 1) * actsOnPage + 1)
  const among = { events, base, isAll }
  const wanted = acts.filter(isWanted)
  const shown = wanted.slice(page * actsOnPage, (page + 1) * actsOnPage)
  const plainActs = acts.map((listed) => listed.act)
  const toUndo = nextToUndo(plainActs)
  const toRedo = nextToRedo(events, plainActs, retractions)
  const undoneNow = done === null || done === 'nothing' ? undefined : acts.find(({ act }) => act.id === done.act.id && act.undos.length > 0)

  const takeBack = (act: Act | undefined): void => {
    if (act !== undefined) undoAct(act)
    setDone(act === undefined ? 'nothing' : { way: 'tookBack', act })
  }
  const bringBack = (act: Act | undefined): void => {
    if (act !== undefined) redoAct(act)
    setDone(act === undefined ? 'nothing' : { way: 'broughtBack', act })
  }
  const undo = (): void => takeBack(toUndo)
  const redo = (): void => bringBack(toRedo)
  useKeys({ u: undo, 'mod+z': undo, 'mod+shift+z': redo, 'mod+y': redo })

  const list = useRef<HTMLDivElement>(null)
  const turned = useRef(false)
  const turnTo = (to: number): void => {
    turned.current = true
    setPage(to)
    lookOn()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    if (!turned.current) return
    list.current?.focus({ preventScroll: true })
    list.current?.scrollIntoView()
  }, [page])

  return (
    <div className="page">
      <title>{t('title.page', { name: t('history.title') })}</title>
      <div className="pagehead">
        <h1>{t('history.title')}</h1>
      </div>
      <p className="muted history-lead">{t('history.lead')}</p>
      <div className="ways">
        <button type="button" className="btn" aria-disabled={toUndo === undefined} onClick={undo}>
          <Icon name="undo" />
          {t('session.undo')}
          <Key>u</Key>
        </button>
        <button type="button" className="btn" aria-disabled={toRedo === undefined} onClick={redo}>
          <Icon name="redo" />
          {t('keys.redo')}
          <Key>Ctrl Y</Key>
        </button>
      </div>
      <div className="history-done">
        <div role="status">
          {done === 'nothing' && <p>{t('history.nothing')}</p>}
          {done !== null && done !== 'nothing' && (
            <>
              <b>{t(`history.${done.way}`)}</b> <ActWords act={done.act} among={among} brief />
            </>
          )}
        </div>
        {undoneNow !== undefined && (
          <button type="button" className="linkbtn" onClick={() => bringBack(undoneNow.act)}>
            {t('history.bringBack')}
          </button>
        )}
      </div>
      <p className="muted num replaying" role="status">
        {replaying !== null && t('history.replaying', { percent: Math.round(replaying * 100) })}
      </p>
      <SegmentedChoice
        legend={t('history.filter')}
        name="kind"
        value={kind}
        onChange={(chosen) => {
          setKind(chosen)
          setPage(0)
          lookOn()
        }}
        options={(['all', ...actKinds] as const).map((value) => ({ value, label: t(`history.kind.${value}`) }))}
      />
      <div ref={list} tabIndex={-1} className="acts">
        <ActList acts={shown} among={among} onTakeBack={takeBack} onBringBack={bringBack} />
      </div>
      <Paging
        page={page}
        found={shown.length}
        hasOlder={wanted.length > (page + 1) * actsOnPage}
        state={state}
        oldest={events[0]}
        onTurn={turnTo}
        onLookOn={lookOn}
      />
    </div>
  )
}
