/**
 * Branded identifiers. An id is a string that says what it names, so that an
 * item's id cannot be passed where a fact's is wanted. This is the only file of
 * the core that may assert a type (`as`): every id is made here.
 */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** A topic's id, kebab-case: `namespaces-pid-mount`. */
export type TopicId = Branded<'TopicId'>
/** `topic-id/section-id`. */
export type SectionId = Branded<'SectionId'>
/**
 * `topic-id/item-id`. The second direction of a term card ends in `.reverse`,
 * the second and later clozes of a sentence in `.2`, `.3` …; authored ids hold
 * no dot, so these never collide.
 */
export type ItemId = Branded<'ItemId'>
/** `topic-id/item-id` of the item that gives a fact its name. */
export type FactId = Branded<'FactId'>
/** UUID version 7, so that ids sort by the time they were made. */
export type EventId = Branded<'EventId'>
export type DeviceId = Branded<'DeviceId'>
export type AttemptId = Branded<'AttemptId'>

export const topicId = (id: string): TopicId => id as TopicId
export const sectionId = (topic: TopicId, local: string): SectionId => `${topic}/${local}` as SectionId
export const itemId = (topic: TopicId, local: string): ItemId => `${topic}/${local}` as ItemId
export const factId = (topic: TopicId, local: string): FactId => `${topic}/${local}` as FactId
export const parsedItemId = (id: string): ItemId => id as ItemId
export const parsedFactId = (id: string): FactId => id as FactId
export const parsedSectionId = (id: string): SectionId => id as SectionId
export const eventId = (id: string): EventId => id as EventId
export const deviceId = (id: string): DeviceId => id as DeviceId
export const attemptId = (id: string): AttemptId => id as AttemptId

/** The topic that a section, item or fact belongs to. */
export const topicOf = (id: SectionId | ItemId | FactId): TopicId => {
  const slash = id.indexOf('/')
  return (slash < 0 ? id : id.slice(0, slash)) as TopicId
}
/** The part after the topic: what stands in the Markdown and in a page's `#fragment`. */
export const localPart = (id: SectionId | ItemId | FactId): string => id.slice(id.indexOf('/') + 1)
/** The route of a section within its topic's page; a contract, since people keep such links. */
export const sectionPath = (id: SectionId): string => `/topics/${topicOf(id)}#${localPart(id)}`
