import { posix } from 'node:path'
import { type ImportRow, importTable } from './importTable.ts'
import { type Import, type Module, readModule, type SourceFile } from './modules.ts'
import { assertions, impurities } from './purity.ts'

export type Rule =
  | 'import-table'
  | 'unreadable-import'
  | 'unresolved-import'
  | 'import-cycle'
  | 'barrel'
  | 'folder-name'
  | 'file-name'
  | 'unreached-file'
  | 'core-purity'
  | 'type-assertion'

export interface Violation {
  readonly rule: Rule
  readonly file: string
  readonly line: number
  readonly message: string
}

export interface Tree {
  readonly modules: readonly SourceFile[]
  /** Every file that an import may name, modules included. */
  readonly files: ReadonlySet<string>
}

const placeholders = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'services',
  'service',
  'types',
  'hooks',
  'lib',
  'common',
  'misc',
  'shared',
])

const inside = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

const rowOf = (path: string, table: readonly ImportRow[]): ImportRow | undefined =>
  table.filter((row) => inside(path, row.of)).sort((a, b) => b.of.length - a.of.length)[0]

/** `@scope/name/deep/path` → `@scope/name`; schemes such as `node:` and `virtual:` are kept whole. */
const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

/** The folder of a file that lies in a room (`src/views/topic/Topic.tsx` → `src/views/topic`), or the file itself. */
const roomOf = (path: string, row: ImportRow): string =>
  path
    .split('/')
    .slice(0, row.of.split('/').length + 1)
    .join('/')

const refusal = (from: string, { specifier, target, typeOnly }: Import, row: ImportRow): string | undefined => {
  if (target === undefined) {
    const name = packageName(specifier)
    return row.npm.some((pattern) => matches(name, pattern)) ? undefined : `${row.of} may not import the package ${name}`
  }
  if (row.rooms && inside(target, row.of)) {
    const own = roomOf(from, row)
    return inside(target, own) ? undefined : `${own} may not import another part of ${row.of}: ${target}`
  }
  if (!row.local.some((place) => inside(target, place))) return `${row.of} may not import ${target}`
  if (!typeOnly && row.typesOnly?.some((place) => inside(target, place))) return `${row.of} may import only types from ${target}`
  return undefined
}

const importViolations = (module: Module, files: ReadonlySet<string>, table: readonly ImportRow[]): Violation[] => {
  const { path: file, imports, unreadable } = module
  const row = rowOf(file, table)
  if (!row) return [{ rule: 'import-table', file, line: 1, message: 'lies in no folder of the import table' }]
  return [
    ...unreadable.map((line): Violation => ({ rule: 'unreadable-import', file, line, message: 'write the address of an import out' })),
    ...imports.flatMap((one): Violation[] => {
      const message = refusal(file, one, row)
      if (message) return [{ rule: 'import-table', file, line: one.line, message }]
      if (one.target === undefined || files.has(one.target)) return []
      return [{ rule: 'unresolved-import', file, line: one.line, message: `there is no ${one.target}` }]
    }),
  ]
}

/** Groups of modules that import each other in a ring (Tarjan's strongly connected components), types counted. */
const importCycles = (modules: readonly Module[]): string[][] => {
  const graph = new Map(
    modules.map((module) => [module.path, module.imports.flatMap(({ target }) => (target === undefined ? [] : [target]))]),
  )
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const cycles: string[][] = []
  const lowOf = (path: string) => lowest.get(path) ?? Number.POSITIVE_INFINITY
  const visit = (path: string) => {
    const own = order.size
    order.set(path, own)
    lowest.set(path, own)
    open.push(path)
    for (const next of graph.get(path) ?? []) {
      if (!graph.has(next)) continue
      if (!order.has(next)) visit(next)
      if (open.includes(next)) lowest.set(path, Math.min(lowOf(path), lowOf(next)))
    }
    if (lowOf(path) !== own) return
    const group = open.splice(open.indexOf(path))
    if (group.length > 1 || graph.get(path)?.includes(path)) cycles.push(group.sort())
  }
  for (const path of graph.keys()) if (!order.has(path)) visit(path)
  return cycles
}

const isBarrel = ({ path, program, imports }: Module): boolean =>
  /\/index\.tsx?$/.test(path) ||
  (program.body.length > 0 &&
    imports.some((one) => one.reExport) &&
    program.body.every(({ type }) => type.startsWith('Export') || type === 'ImportDeclaration') &&
    program.body.every((node) => node.type !== 'ExportNamedDeclaration' || node.declaration === null) &&
    program.body.every(({ type }) => type !== 'ExportDefaultDeclaration'))

/** Names that a module exports as values. */
const exportedNames = ({ program }: Module): string[] =>
  program.body.flatMap((node) => {
    if (node.type === 'ExportDefaultDeclaration')
      return 'id' in node.declaration && node.declaration.id?.type === 'Identifier' ? [node.declaration.id.name] : []
    if (node.type !== 'ExportNamedDeclaration') return []
    if (node.declaration?.type === 'VariableDeclaration')
      return node.declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
    if (node.declaration?.type === 'FunctionDeclaration' || node.declaration?.type === 'ClassDeclaration')
      return node.declaration.id ? [node.declaration.id.name] : []
    return node.specifiers.flatMap(({ exported }) => (exported.type === 'Identifier' ? [exported.name] : []))
  })

/** Modules are camelCase.ts, components PascalCase.tsx that export the name they bear; the entry is main.tsx. */
const fileNameFault = (module: Module): string | undefined => {
  const name = posix.basename(module.path)
  if (module.path === 'src/main.tsx') return undefined
  if (name.endsWith('.tsx')) {
    if (!/^[A-Z][A-Za-z0-9]*\.tsx$/.test(name)) return 'a .tsx file is named PascalCase, after its component'
    return exportedNames(module).includes(name.slice(0, -4))
      ? undefined
      : `a .tsx file exports what it is named after: ${name.slice(0, -4)}`
  }
  return /^[a-z][A-Za-z0-9]*(\.d)?\.ts$/.test(name) ? undefined : 'a .ts file is named camelCase, after its main export'
}

const shapeViolations = (module: Module): Violation[] => {
  const { path: file } = module
  const at = (rule: Rule, message: string): Violation => ({ rule, file, line: 1, message })
  const folders = posix.dirname(file).split('/')
  const placeholder = folders.find((name) => placeholders.has(name.toLowerCase()))
  const misnamed = folders.find((name) => !/^[a-z][A-Za-z0-9]*$/.test(name))
  const fault = fileNameFault(module)
  return [
    ...(isBarrel(module) ? [at('barrel', 'import from the file that has the thing, not from one that passes it on')] : []),
    ...(placeholder ? [at('folder-name', `"${placeholder}" says nothing about what lies in it`)] : []),
    ...(misnamed ? [at('folder-name', `"${misnamed}" is not camelCase`)] : []),
    ...(fault ? [at('file-name', fault)] : []),
  ]
}

const coreViolations = (module: Module): Violation[] => {
  const { path: file } = module
  if (!inside(file, 'src/core')) return []
  return [
    ...impurities(module).map((finding): Violation => ({ rule: 'core-purity', file, ...finding })),
    ...(file === 'src/core/ids.ts' ? [] : assertions(module).map((finding): Violation => ({ rule: 'type-assertion', file, ...finding }))),
  ]
}

/** What nothing needs to lead to: the app, its service worker, and the log in memory that the tests of the screens run on. */
const starts = new Set(['src/main.tsx', 'src/sw.ts', 'src/storage/memoryLog.ts'])

/** Files under src, styles and data too, that nothing shipped, built or run leads to; tests do not count. */
const unreached = (modules: readonly Module[], files: ReadonlySet<string>): Violation[] => {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const isStart = (path: string) => !path.startsWith('src/') || starts.has(path) || path.endsWith('.d.ts')
  const pending = [...files].filter(isStart)
  const reached = new Set<string>()
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    pending.push(...(byPath.get(path)?.imports ?? []).flatMap(({ target }) => (target === undefined ? [] : [target])))
  }
  return [...files]
    .filter((path) => !reached.has(path))
    .map(
      (file): Violation => ({ rule: 'unreached-file', file, line: 1, message: 'nothing leads here from the app, the build or a command' }),
    )
}

/** Checks a tree of modules against the house rules; an empty answer is a clean house. */
export const checkTree = ({ modules, files }: Tree, table: readonly ImportRow[] = importTable): Violation[] => {
  const read = modules.map(readModule)
  const own = read.filter(({ path }) => path.startsWith('src/'))
  return [
    ...read.flatMap((module) => importViolations(module, files, table)),
    ...importCycles(read).map((cycle): Violation => ({ rule: 'import-cycle', file: cycle[0] ?? '', line: 1, message: cycle.join(' ↔ ') })),
    ...own.flatMap((module) => [...shapeViolations(module), ...coreViolations(module)]),
    ...unreached(read, files),
  ]
}

/** One violation as an editor can follow it. */
export const describeViolation = ({ rule, file, line, message }: Violation): string => `${file}:${line} ${rule}: ${message}`
