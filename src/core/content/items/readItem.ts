import type { RootContent } from 'mdast'
import type { Attributes } from '../attributes.ts'
import type { Place } from '../problems.ts'
import type { Item } from '../types.ts'
import type { SectionScope } from './itemBase.ts'

/** A directive as it stands in the file, its fence aside. */
export interface Written {
  readonly nodes: readonly RootContent[]
  readonly attributes: Attributes
  /** Of the directive's first colon. */
  readonly place: Place
  readonly scope: SectionScope
}
/** Reads one kind of item; undefined when too little of it is there, which it has reported then. */
export type ReadItem = (written: Written) => Item | undefined
