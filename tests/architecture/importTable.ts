/** One line of "who may import whom". A file obeys the row with the longest `of` that it lies in. */
export interface ImportRow {
  /** A folder or one file, from the root of the project. */
  readonly of: string
  /** Folders and files of the project that may be imported. */
  readonly local: readonly string[]
  /** Of these, the ones that only types may come from. */
  readonly typesOnly?: readonly string[]
  /** Packages, by name; a `*` at the end stands for any ending. */
  readonly npm: readonly string[]
  /** Folders whose direct children are rooms of their own and may not import each other. */
  readonly rooms?: boolean
}

const react = ['react']
const texts = ['i18next', 'react-i18next']
const markdown = ['mdast', 'mdast-util-*', 'micromark-extension-*', 'unist', 'yaml']

export const importTable: readonly ImportRow[] = [
  { of: 'src/core', local: ['src/core'], npm: [] },
  { of: 'src/core/random.ts', local: ['src/core'], npm: ['pure-rand'] },
  { of: 'src/core/schedule', local: ['src/core'], npm: ['ts-fsrs'] },
  { of: 'src/core/content', local: ['src/core'], npm: markdown },
  { of: 'src/build', local: ['src/build', 'src/core'], npm: ['node:*', 'vite', 'shiki', 'xast', 'xast-util-*', 'yaml'] },
  {
    of: 'src/build/wording',
    local: ['src/build', 'src/core'],
    npm: ['node:*', 'nspell', 'dictionary-en-gb', '@textlint/*', 'textlint-rule-*'],
  },
  { of: 'src/catalog', local: ['src/catalog', 'src/core'], npm: ['virtual:*'] },
  { of: 'src/storage', local: ['src/storage', 'src/core'], npm: ['idb', 'valibot', 'uuid', '@noble/hashes'] },
  { of: 'src/machine', local: ['src/machine', 'src/core'], npm: [] },
  { of: 'src/optimizer', local: ['src/optimizer', 'src/core'], npm: ['fsrs-browser'] },
  {
    of: 'src/stores',
    local: ['src/stores', 'src/core', 'src/catalog', 'src/storage', 'src/machine', 'src/optimizer'],
    npm: ['zustand', 'valibot', ...react],
  },
  { of: 'src/ui', local: ['src/ui', 'src/core'], typesOnly: ['src/core'], npm: [...react, ...texts] },
  { of: 'src/i18n', local: ['src/i18n', 'src/core'], typesOnly: ['src/core'], npm: [...react, ...texts] },
  {
    of: 'src/views',
    local: ['src/core', 'src/stores', 'src/catalog', 'src/ui', 'src/i18n'],
    npm: [...react, ...texts, 'react-router'],
    rooms: true,
  },
  {
    of: 'src/app',
    local: ['src/app', 'src/core', 'src/catalog', 'src/storage', 'src/machine', 'src/stores', 'src/ui', 'src/views', 'src/i18n'],
    npm: [...react, ...texts, 'react-router', 'zustand'],
  },
  {
    of: 'src/main.tsx',
    local: [
      'src/main.css',
      'src/app',
      'src/core',
      'src/catalog',
      'src/storage',
      'src/machine',
      'src/optimizer',
      'src/stores',
      'src/ui',
      'src/views',
      'src/i18n',
    ],
    npm: [...react, ...texts, 'react-dom', 'react-router', 'uuid', 'zustand'],
  },
  {
    of: 'vite.config.ts',
    local: ['src/build', 'scripts/browser.mjs', 'scripts/node20.mjs'],
    npm: ['node:*', 'vite', '@vitejs/*', '@vitest/*'],
  },
  { of: 'scripts', local: ['scripts', 'src/build', 'src/core'], npm: ['node:*', 'vite', '@playwright/test'] },
]
