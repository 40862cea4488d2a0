import { type ComponentType, createContext } from 'react'
import type { MasteryScope } from '../core/mastery/mastery.ts'

/** Lists what a number of mastery rests on. The app provides it: parts know neither the progress nor the words of items. */
export const MasteryBehindContext = createContext<ComponentType<{ readonly scope: MasteryScope }>>(() => null)
