import { createContext, type ReactNode, use, useContext } from 'react'
import { useStore } from 'zustand'
import type { Catalog } from '../catalog/catalog.ts'
import type { AttemptId, DeviceId } from '../core/ids.ts'
import type { Seed } from '../core/random.ts'
import type { Moment } from '../core/time.ts'
import type { FitSources } from './fitStore.ts'
import type { DataState } from './dataState.ts'
import type { DataStore } from './dataStore.ts'
import type { ProgressState, ProgressStore } from './progressStore.ts'
import type { SettingsState, SettingsStore } from './settingsStore.ts'

/** All that a screen works with. Time and chance come from here, so that a test decides them. */
export interface Study {
  readonly catalog: Catalog
  readonly progressStore: ProgressStore
  readonly settingsStore: SettingsStore
  readonly fitSources: FitSources
  readonly now: () => Moment
  /** The care for the history, which comes when it is needed: the same promise until it fails. */
  readonly loadDataStore: () => Promise<DataStore>
  /** This browser among the devices of the learner. */
  readonly device: DeviceId
  readonly newAttempt: () => { readonly id: AttemptId; readonly seed: Seed }
}

const StudyContext = createContext<Study | null>(null)

export const StudyProvider = ({ study, children }: { study: Study; children: ReactNode }) => (
  <StudyContext value={study}>{children}</StudyContext>
)

export const useStudy = (): Study => {
  const study = useContext(StudyContext)
  if (study === null) throw new Error('A screen was rendered outside StudyProvider')
  return study
}
export const useProgress = <Part,>(select: (state: ProgressState) => Part): Part => useStore(useStudy().progressStore, select)
export const useSettings = <Part,>(select: (state: SettingsState) => Part): Part => useStore(useStudy().settingsStore, select)
/** Suspends while the store is on the way. */
export const useData = <Part,>(select: (state: DataState) => Part): Part => useStore(use(useStudy().loadDataStore()), select)
