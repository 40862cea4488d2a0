import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkTree, describeViolation, type Rule, type Tree } from './rules.ts'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace(/^\.\//, ''))

const isModule = (path: string) => /\.(ts|tsx|mjs)$/.test(path)

const projectTree = (): Tree => {
  const files = [...filesBelow('src'), ...filesBelow('scripts'), 'vite.config.ts']
  return { files: new Set(files), modules: files.filter(isModule).map((path) => ({ path, code: readFileSync(path, 'utf8') })) }
}

/** A small house that breaks no rule; a case adds or replaces the files that break one. */
const cleanHouse = {
  'src/main.tsx': `import { App } from './app/App.tsx'\nApp()`,
  'src/app/App.tsx': `import { Topic } from '../views/topic/Topic.tsx'\nimport { Review } from '../views/review/Review.tsx'\nexport const App = () => [Topic, Review]`,
  'src/views/topic/Topic.tsx': `import { useProgress } from '../../stores/progressStore.ts'\nimport { Button } from '../../ui/Button.tsx'\nexport const Topic = () => [useProgress, Button]`,
  'src/views/review/Review.tsx': `export const Review = () => null`,
  'src/stores/progressStore.ts': `import { createStore } from 'zustand'\nimport { due } from '../core/due.ts'\nexport const useProgress = [createStore, due]`,
  'src/ui/Button.tsx': `import type { Due } from '../core/due.ts'\nexport const Button = (due: Due) => due`,
  'src/core/due.ts': `import { ok } from './result.ts'\nexport type Due = number\nexport const due = (at: number): Due => new Date(at).getUTCDay() + Date.UTC(2026) + Math.max(ok, 1)`,
  'src/core/result.ts': `export const ok = 1`,
  'src/core/ids.ts': `export const topicId = (id: string) => id as never`,
  'src/build/compile.ts': `import { readFile } from 'node:fs/promises'\nimport { due } from '../core/due.ts'\nimport { topicId } from '../core/ids.ts'\nexport const compile = [readFile, due, topicId]`,
  'vite.config.ts': `import { defineConfig } from 'vite'\nimport { compile } from './src/build/compile.ts'\nexport default defineConfig(compile)`,
}

const check = (changes: Readonly<Record<string, string>>) => {
  const all = { ...cleanHouse, ...changes }
  return checkTree({
    files: new Set(Object.keys(all)),
    modules: Object.entries(all)
      .filter(([path]) => isModule(path))
      .map(([path, code]) => ({ path, code })),
  })
}

/** Replaces one file of the clean house; whatever it imported is still reached. */
const withCode = (path: keyof typeof cleanHouse, code: string) => ({ [path]: `${cleanHouse[path]}\n${code}` })

type Case = readonly [title: string, rule: Rule, file: string, changes: Readonly<Record<string, string>>]
const app = (code: string) => withCode('src/app/App.tsx', code)
const core = (code: string) => withCode('src/core/due.ts', code)
const topic = (code: string) => withCode('src/views/topic/Topic.tsx', code)

const cases: readonly Case[] = [
  ['core imports a store', 'import-table', 'src/core/due.ts', core(`import { a } from '../stores/settingsStore.ts'`)],
  ['core imports only a type from above', 'import-table', 'src/core/due.ts', core(`import type { A } from '../storage/eventLog.ts'`)],
  ['core names a type from above in a type', 'import-table', 'src/core/due.ts', core(`type A = import('../ui/Button.tsx').A`)],
  ['core re-exports from above', 'import-table', 'src/core/due.ts', core(`export { a } from '../catalog/topics.ts'`)],
  ['core imports React', 'import-table', 'src/core/due.ts', core(`import { useState } from 'react'`)],
  ['core imports Node', 'import-table', 'src/core/due.ts', core(`import { join } from 'node:path'`)],
  ['core imports the scheduler outside schedule/', 'import-table', 'src/core/due.ts', core(`import { fsrs } from 'ts-fsrs'`)],
  ['core draws numbers outside random.ts', 'import-table', 'src/core/due.ts', core(`import { a } from 'pure-rand/generator/a'`)],
  ['core parses Markdown outside content/', 'import-table', 'src/core/due.ts', core(`import { a } from 'mdast-util-gfm'`)],
  ['the catalogue imports storage', 'import-table', 'src/catalog/a.ts', { 'src/catalog/a.ts': `import { b } from '../storage/b.ts'` }],
  ['storage imports React', 'import-table', 'src/storage/a.ts', { 'src/storage/a.ts': `import { useState } from 'react'` }],
  ['storage imports zustand', 'import-table', 'src/storage/a.ts', { 'src/storage/a.ts': `import { createStore } from 'zustand'` }],
  ['the machine imports the catalogue', 'import-table', 'src/machine/a.ts', { 'src/machine/a.ts': `import { b } from '../catalog/b.ts'` }],
  ['a store imports a view', 'import-table', 'src/stores/a.ts', { 'src/stores/a.ts': `import { b } from '../views/topic/Topic.tsx'` }],
  ['a store imports the router', 'import-table', 'src/stores/a.ts', { 'src/stores/a.ts': `import { useParams } from 'react-router'` }],
  [
    'ui imports a store',
    'import-table',
    'src/ui/Button.tsx',
    withCode('src/ui/Button.tsx', `import { a } from '../stores/progressStore.ts'`),
  ],
  [
    'ui imports a value from core',
    'import-table',
    'src/ui/Button.tsx',
    withCode('src/ui/Button.tsx', `import { due } from '../core/due.ts'`),
  ],
  [
    'ui imports a type and a value from core',
    'import-table',
    'src/ui/Button.tsx',
    withCode('src/ui/Button.tsx', `import { type Due as D, due } from '../core/due.ts'`),
  ],
  ['i18n imports a view', 'import-table', 'src/i18n/a.ts', { 'src/i18n/a.ts': `import { b } from '../views/topic/Topic.tsx'` }],
  ['a view imports another view', 'import-table', 'src/views/topic/Topic.tsx', topic(`import { a } from '../review/Review.tsx'`)],
  [
    'a view loads another view lazily',
    'import-table',
    'src/views/topic/Topic.tsx',
    topic(`const a = () => import('../review/Review.tsx')`),
  ],
  ['a view imports a file that all views share', 'import-table', 'src/views/topic/Topic.tsx', topic(`import { a } from '../shared.ts'`)],
  ['a view imports storage', 'import-table', 'src/views/topic/Topic.tsx', topic(`import { a } from '../../storage/memory.ts'`)],
  ['a view imports the lab machine', 'import-table', 'src/views/topic/Topic.tsx', topic(`import { a } from '../../machine/v86.ts'`)],
  ['a view imports the app', 'import-table', 'src/views/topic/Topic.tsx', topic(`import { a } from '../../app/App.tsx'`)],
  [
    'a view starts a worker of storage',
    'import-table',
    'src/views/topic/Topic.tsx',
    topic(`new Worker(new URL('../../storage/w.ts', import.meta.url))`),
  ],
  ['the app imports the build', 'import-table', 'src/app/App.tsx', app(`import { a } from '../build/compile.ts'`)],
  ['the app imports an absolute address', 'import-table', 'src/app/App.tsx', app(`import { a } from '/src/build/compile.ts'`)],
  ['the app imports from outside src', 'import-table', 'src/app/App.tsx', app(`import a from '../../content/curriculum.yaml?raw'`)],
  ['the app imports a package nobody allowed', 'import-table', 'src/app/App.tsx', app(`import a from '@scope/tracker/deep'`)],
  [
    'the build imports a view',
    'import-table',
    'src/build/compile.ts',
    withCode('src/build/compile.ts', `import { a } from '../views/topic/Topic.tsx'`),
  ],
  [
    'vite.config.ts imports the core',
    'import-table',
    'vite.config.ts',
    withCode('vite.config.ts', `import { a } from './src/core/due.ts'`),
  ],
  ['a script imports a store', 'import-table', 'scripts/a.ts', { 'scripts/a.ts': `import { a } from '../src/stores/progressStore.ts'` }],
  ['a folder is in no row of the table', 'import-table', 'src/extras/a.ts', { 'src/extras/a.ts': `export const a = 1` }],
  ['an import names no file', 'unresolved-import', 'src/app/App.tsx', app(`import { a } from './nowhere.ts'`)],
  ['an import leaves the ending out', 'unresolved-import', 'src/app/App.tsx', app(`import { a } from '../core/due'`)],
  ['a dynamic import computes its address', 'unreadable-import', 'src/app/App.tsx', app(`const a = (name: string) => import(name)`)],
  ['a glob imports what no rule can see', 'unreadable-import', 'src/app/App.tsx', app(`const a = import.meta.glob('../views/**')`)],
  [
    'two files import each other',
    'import-cycle',
    'src/core/due.ts',
    { 'src/core/result.ts': `import { due } from './due.ts'\nexport const ok = due` },
  ],
  [
    'two files import types of each other',
    'import-cycle',
    'src/core/due.ts',
    { 'src/core/result.ts': `import type { Due } from './due.ts'\nexport const ok: Due = 1` },
  ],
  [
    'three files import each other lazily',
    'import-cycle',
    'src/core/a.ts',
    {
      'src/core/result.ts': `import { a } from './a.ts'\nexport const ok = a`,
      'src/core/a.ts': `export const a = () => import('./due.ts')`,
    },
  ],
  ['a folder has an index.ts', 'barrel', 'src/ui/index.ts', { 'src/ui/index.ts': `export const a = 1` }],
  [
    'a file only passes others on',
    'barrel',
    'src/ui/parts.ts',
    { 'src/ui/parts.ts': `export { Button } from './Button.tsx'\nexport * from './a.ts'`, 'src/ui/a.ts': '' },
  ],
  ['a folder is called utils', 'folder-name', 'src/core/utils/a.ts', { 'src/core/utils/a.ts': `export const a = 1` }],
  ['a folder is called hooks', 'folder-name', 'src/views/topic/hooks/a.ts', { 'src/views/topic/hooks/a.ts': `export const a = 1` }],
  ['a folder is written with a hyphen', 'folder-name', 'src/views/mock-exam/a.ts', { 'src/views/mock-exam/a.ts': `export const a = 1` }],
  ['a module is named like a component', 'file-name', 'src/core/Due.ts', { 'src/core/Due.ts': `export const a = 1` }],
  ['a module is written with a hyphen', 'file-name', 'src/core/next-due.ts', { 'src/core/next-due.ts': `export const a = 1` }],
  ['a component is named like a module', 'file-name', 'src/ui/meter.tsx', { 'src/ui/meter.tsx': `export const meter = 1` }],
  ['a component file exports another name', 'file-name', 'src/ui/Meter.tsx', { 'src/ui/Meter.tsx': `export const Gauge = 1` }],
  ['nothing imports a file', 'unreached-file', 'src/core/lonely.ts', { 'src/core/lonely.ts': `export const a = 1` }],
  ['no module imports a style sheet', 'unreached-file', 'src/ui/lonely.css', { 'src/ui/lonely.css': 'a{}' }],
  ['core asks the clock', 'core-purity', 'src/core/due.ts', core(`export const now = Date.now()`)],
  ['core asks the clock by another name', 'core-purity', 'src/core/due.ts', core(`const { now } = Date`)],
  ['core makes a date of now', 'core-purity', 'src/core/due.ts', core(`export const now = new Date()`)],
  ['core makes a date in local time', 'core-purity', 'src/core/due.ts', core(`export const day = new Date(2026, 1, 1)`)],
  ['core reads a date in local time', 'core-purity', 'src/core/due.ts', core(`export const hour = new Date(0).getHours()`)],
  ['core throws dice', 'core-purity', 'src/core/due.ts', core(`export const dice = Math.random()`)],
  ['core throws dice in brackets', 'core-purity', 'src/core/due.ts', core(`export const dice = Math['random']()`)],
  ['core reads the performance clock', 'core-purity', 'src/core/due.ts', core(`export const now = performance.now()`)],
  ['core sets a timer', 'core-purity', 'src/core/due.ts', core(`setTimeout(due, 10)`)],
  ['core fetches', 'core-purity', 'src/core/due.ts', core(`export const page = () => fetch('/')`)],
  ['core prints', 'core-purity', 'src/core/due.ts', core(`console.log(due)`)],
  ['core reads the process', 'core-purity', 'src/core/due.ts', core(`export const mode = process.env['MODE']`)],
  ['core reads the window', 'core-purity', 'src/core/due.ts', core(`export const wide = window.innerWidth`)],
  ['core reads the document', 'core-purity', 'src/core/due.ts', core(`export const title = document.title`)],
  ['core hides the window behind globalThis', 'core-purity', 'src/core/due.ts', core(`export const wide = globalThis['innerWidth']`)],
  ['core asserts a type', 'type-assertion', 'src/core/due.ts', core(`export const a = JSON.parse('1') as number`)],
  ['core asserts a type through unknown', 'type-assertion', 'src/core/due.ts', core(`export const a = 'x' as unknown as number`)],
  ['core asserts that a value is there', 'type-assertion', 'src/core/due.ts', core(`export const a = [1][0]!`)],
]

describe('the house rules', () => {
  it('find nothing in a clean house', () => {
    expect(check({})).toEqual([])
  })

  it.each(cases)('are broken when %s', (_title, rule, file, changes) => {
    expect(check(changes).map((violation) => `${violation.rule} ${violation.file}`)).toContain(`${rule} ${file}`)
  })

  it('let core use what is pure', () => {
    const pure = `export const a = { window: 1, document: [1] as const }\ntype At = Date\nexport const b = (at: At) => [a.window, a.document, Math.PI, at.getUTCHours()]`
    expect(check(core(pure))).toEqual([])
  })

  it('hold in the project', () => {
    expect(checkTree(projectTree()).map(describeViolation)).toEqual([])
  })
})
