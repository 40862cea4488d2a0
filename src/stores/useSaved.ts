import { useProgress } from './StudyProvider.tsx'

export type Saved = 'saved' | 'saving' | 'notSaved'

/** Whether what is on screen is also in storage. */
export const useSaved = (): Saved =>
  useProgress((state) => (state.failure !== null && state.unsaved.length > 0 ? 'notSaved' : state.unsaved.length > 0 ? 'saving' : 'saved'))
