import { posix } from 'node:path'
import { parseSync, Visitor } from 'vite'

export interface SourceFile {
  /** From the root of the project, with forward slashes: `src/core/ids.ts`. */
  readonly path: string
  readonly code: string
}

export interface Import {
  readonly specifier: string
  /** The file meant, if the specifier is a path; it need not exist. */
  readonly target: string | undefined
  readonly typeOnly: boolean
  /** `export … from`. */
  readonly reExport: boolean
  readonly line: number
}

type Program = ReturnType<typeof parseSync>['program']
export interface Module {
  readonly path: string
  readonly program: Program
  readonly imports: readonly Import[]
  /** Imports whose address is computed, so that no rule can look at them. */
  readonly unreadable: readonly number[]
  readonly lineAt: (offset: number) => number
}

const lineCounter = (code: string) => (offset: number) => code.slice(0, offset).split('\n').length

/** A specifier of the project's own becomes the path it means; a package stays a name. Vite's `?worker`, `?raw` … are dropped. */
const targetOf = (from: string, specifier: string): string | undefined => {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('/')) return posix.normalize(path.slice(1))
  return path.startsWith('.') ? posix.join(posix.dirname(from), path) : undefined
}

/** Reads every way in which a module names another: static, type-only, dynamic, re-export, `typeof import()`, `new URL()`. */
export const readModule = ({ path, code }: SourceFile): Module => {
  const { program, errors } = parseSync(path, code)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const lineAt = lineCounter(code)
  const imports: Import[] = []
  const unreadable: number[] = []
  const add = (specifier: string, start: number, { typeOnly = false, reExport = false } = {}) => {
    imports.push({ specifier, target: targetOf(path, specifier), typeOnly, reExport, line: lineAt(start) })
  }
  const isImportMeta = (node: { readonly type: string }) => node.type === 'MetaProperty'
  new Visitor({
    ImportDeclaration: (node) => {
      const named = node.specifiers
      const typeOnly =
        node.importKind === 'type' ||
        (named.length > 0 && named.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type'))
      add(node.source.value, node.start, { typeOnly })
    },
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node.source.value, node.start, { typeOnly: node.exportKind === 'type', reExport: true })
    },
    ExportAllDeclaration: (node) => add(node.source.value, node.start, { typeOnly: node.exportKind === 'type', reExport: true }),
    TSImportType: (node) => add(node.source.value, node.start, { typeOnly: true }),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string') add(node.source.value, node.start)
      else unreadable.push(lineAt(node.start))
    },
    NewExpression: (node) => {
      const [address, base] = node.arguments
      if (
        node.callee.type !== 'Identifier' ||
        node.callee.name !== 'URL' ||
        base?.type !== 'MemberExpression' ||
        !isImportMeta(base.object)
      )
        return
      // An address that ends in a slash is a folder, which nothing is loaded from.
      if (address?.type === 'Literal' && typeof address.value === 'string' && !address.value.endsWith('/')) add(address.value, node.start)
    },
    CallExpression: (node) => {
      const { callee } = node
      if (
        callee.type === 'MemberExpression' &&
        isImportMeta(callee.object) &&
        callee.property.type === 'Identifier' &&
        callee.property.name === 'glob'
      )
        unreadable.push(lineAt(node.start))
    },
  }).visit(program)
  return { path, program, imports, unreadable, lineAt }
}
