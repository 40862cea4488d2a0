import { useStore } from 'zustand'
import { createFitStore, type FitState, type FitStore } from './fitStore.ts'
import type { ProgressStore } from './progressStore.ts'
import { useStudy } from './StudyProvider.tsx'

/** One for each history, so that a fit goes on while its screen is left. */
const stores = new WeakMap<ProgressStore, FitStore>()

export const useFit = (): FitState => {
  const { progressStore, catalog, fitSources } = useStudy()
  const store = stores.get(progressStore) ?? createFitStore(progressStore, catalog.links, fitSources)
  stores.set(progressStore, store)
  return useStore(store)
}
