import type { Lang } from './test.ts'

export const langs: readonly Lang[] = ['ja', 'en']
export const schemes = ['light', 'dark'] as const
/** CSS pixels: a phone and a laptop. */
export const widths = [390, 1280] as const

/** Every screen that a link can lead to, with one topic for those that show one. */
export const screens = [
  '/',
  '/topics',
  '/topics/capabilities',
  '/topics/namespaces-pid-mount',
  '/topics/capabilities/summary',
  '/flashcards',
  '/flashcards/capabilities',
  '/review',
  '/weak',
  '/leeches',
  '/progress',
  '/quiz',
  '/exam',
  '/history',
  '/settings',
] as const

/** Addresses where nothing is: each shows a page that helps, never a blank one. */
export const strayAddresses = ['/nowhere', '/topics/no-such-topic', '/flashcards/no-such-topic', '/topics/capabilities/deeper'] as const
