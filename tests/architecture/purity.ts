import { Visitor } from 'vite'
import type { Module } from './modules.ts'

export interface Finding {
  readonly line: number
  readonly message: string
}

/** What the core must be handed instead of reaching for it; not even a name of its own may look like it. */
const outside = new Set([
  ...['window', 'document', 'globalThis', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'crypto', 'performance', 'console', 'process', 'Buffer'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'requestIdleCallback'],
])

/** Answers that depend on the time zone or the language of the machine. */
const ofThisMachine = new Set([
  ...['getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours', 'getMinutes', 'getTimezoneOffset', 'DateTimeFormat'],
  ...['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'toDateString', 'toTimeString'],
])

interface Node {
  readonly type: string
  readonly start: number
}

/**
 * Clock, chance and outside world in a module of the core. `Date` may be used as
 * `new Date(oneArgument)` and `Date.UTC` only, `Math` as `Math.name` only, so that
 * `const { now } = Date` and `Math['random']` are found as well.
 */
export const impurities = ({ program, lineAt }: Module): Finding[] => {
  /** Identifiers that name a property, a type or a label, and so refer to nothing. */
  const names = new Set<Node>()
  const allowed = new Set<Node>()
  const references: (Node & { readonly name: string })[] = []
  const found: Finding[] = []
  const report = (node: Node, message: string) => found.push({ line: lineAt(node.start), message })

  const keyed = (node: { readonly key: Node; readonly computed: boolean; readonly shorthand?: boolean }) => {
    if (!node.computed && !node.shorthand) names.add(node.key)
  }
  new Visitor({
    Property: keyed,
    PropertyDefinition: keyed,
    MethodDefinition: keyed,
    TSPropertySignature: keyed,
    TSMethodSignature: keyed,
    TSTypeReference: (node) => names.add(node.typeName),
    LabeledStatement: (node) => names.add(node.label),
    MemberExpression: (node) => {
      if (node.computed) return
      names.add(node.property)
      const { object, property } = node
      if (property.type === 'Identifier' && ofThisMachine.has(property.name)) report(property, `${property.name} depends on this machine`)
      if (object.type !== 'Identifier') return
      if (object.name === 'Math' && property.type === 'Identifier' && property.name !== 'random') allowed.add(object)
      if (object.name === 'Date' && property.type === 'Identifier' && property.name === 'UTC') allowed.add(object)
    },
    NewExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 1) allowed.add(callee)
    },
    Identifier: (node) => references.push(node),
  }).visit(program)
  for (const node of references) {
    if (names.has(node) || allowed.has(node)) continue
    if (node.name === 'Date') report(node, 'the clock: take the time as an argument')
    else if (node.name === 'Math') report(node, 'chance: take a seed as an argument')
    else if (outside.has(node.name)) report(node, `${node.name} is of the world outside the core`)
  }
  return found
}

/** Type assertions, `as const` excepted: what the compiler cannot vouch for. */
export const assertions = ({ program, lineAt }: Module): Finding[] => {
  const found: Finding[] = []
  const report = (node: Node) => found.push({ line: lineAt(node.start), message: 'a type assertion: parse the value instead' })
  new Visitor({
    TSAsExpression: (node) => {
      const { typeAnnotation: type } = node
      if (type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const') return
      report(node)
    },
    TSTypeAssertion: report,
    TSNonNullExpression: report,
  }).visit(program)
  return found
}
