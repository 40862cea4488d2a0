import type { FactId, ItemId, SectionId, TopicId } from '../ids.ts'
import type { Seed } from '../random.ts'

export const langs = ['ja', 'en'] as const
export type Lang = (typeof langs)[number]

/**
 * Formatted text as a small closed tree. The compiler makes it from Markdown;
 * the page renders it as elements and never as a string of HTML, so there is
 * nothing to sanitise in the browser: what has no variant here cannot appear.
 */
export type Rich = readonly RichNode[]
export type RichNode =
  | string
  | { readonly tag: 'strong' | 'em' | 'del'; readonly children: Rich }
  | { readonly tag: 'code'; readonly text: string }
  | { readonly tag: 'br' }
  | { readonly tag: 'link'; readonly href: string; readonly children: Rich }
  /** The hidden part of a cloze sentence; `n` counts from 1 within the sentence. Prose shows it plainly. */
  | { readonly tag: 'cloze'; readonly n: number; readonly children: Rich }
  | { readonly tag: 'source'; readonly key: string }
  | { readonly tag: 'footnoteRef'; readonly n: number }
  /** A word of the glossary, at its first use in a section. */
  | { readonly tag: 'term'; readonly id: string; readonly children: Rich }

export type Align = 'left' | 'center' | 'right' | null

/** A run of highlighted code; `kind` is the class of the token, absent for plain text. */
export interface CodeRun {
  readonly text: string
  readonly kind?: 'comment' | 'string' | 'keyword' | 'number' | 'prompt' | 'command' | 'output'
}

export type Block =
  | { readonly tag: 'p'; readonly children: Rich }
  | { readonly tag: 'heading'; readonly level: 3 | 4; readonly children: Rich }
  | { readonly tag: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[] }
  | { readonly tag: 'quote'; readonly children: readonly Block[] }
  /** `ran`: a transcript whose output was checked on the lab machine (```` ```console lab ````). */
  | { readonly tag: 'code'; readonly lang: string; readonly ran: boolean; readonly runs: readonly CodeRun[] }
  | { readonly tag: 'table'; readonly align: readonly Align[]; readonly head: readonly Rich[]; readonly rows: readonly (readonly Rich[])[] }
  | { readonly tag: 'note'; readonly title: Rich; readonly children: readonly Block[] }
  | { readonly tag: 'figure'; readonly alt: string; readonly caption: Rich; readonly svg: SvgElement }
  | { readonly tag: 'footnotes'; readonly notes: readonly (readonly Block[])[] }
  | { readonly tag: 'rule' }

/** `anchor`: the authored id, where the list item is itself a card. */
export interface ListItem {
  readonly anchor?: string
  readonly checked?: boolean
  readonly children: readonly Block[]
}

/** A hand-written figure, reduced to the elements and attributes that the compiler allows. */
export interface SvgElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (SvgElement | string)[]
}

/** A fact, understanding, diagnosis from output. */
export const levels = [1, 2, 3] as const
export type Level = (typeof levels)[number]

interface ItemBase {
  readonly id: ItemId
  readonly section: SectionId
  /** The memory that this item asks, and that a wrong answer counts against. */
  readonly fact: FactId
  /** Other facts that a right answer shows to be known (an item that needs several at once). */
  readonly supports: readonly FactId[]
  readonly level: Level
  /** Exam objective such as `352.1`. */
  readonly objective: string
  /** Asked by the exam although practice has moved on. */
  readonly legacy: boolean
  /** Facts that are easily answered in place of this one. */
  readonly confuses: readonly FactId[]
  readonly sources: readonly string[]
  /** Changes when the wording does; tells a learner that an item is not as they last saw it. */
  readonly hash: string
}

/** Graded by the learner. A term card gives two of these, a cloze sentence one for each hidden part. */
export interface Card extends ItemBase {
  readonly kind: 'term' | 'cloze' | 'card'
  readonly prompt: readonly Block[]
  readonly answer: readonly Block[]
}

export interface ChoiceOption {
  readonly text: Rich
  readonly correct: boolean
  readonly reason: readonly Block[]
  readonly confuses: readonly FactId[]
}
interface QuestionBase extends ItemBase {
  readonly stem: readonly Block[]
  readonly explanation: readonly Block[]
}
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice'
  /** In the author's order; an attempt's seed decides the order shown. */
  readonly options: readonly ChoiceOption[]
}
export interface FillAnswer {
  readonly text: string
  /** `accepted` is also right; `near` is wrong with a reason of its own. */
  readonly match: 'expected' | 'accepted' | 'near'
  readonly reason: readonly Block[]
}
/** The stem holds `___` where the answer goes. */
export interface FillQuestion extends QuestionBase {
  readonly kind: 'fill'
  readonly answers: readonly FillAnswer[]
}
export interface OrderQuestion extends QuestionBase {
  readonly kind: 'order'
  /** In the right order. */
  readonly steps: readonly { readonly text: Rich; readonly reason: readonly Block[] }[]
}
export interface MatchQuestion extends QuestionBase {
  readonly kind: 'match'
  readonly columns: readonly [Rich, Rich]
  readonly pairs: readonly { readonly left: Rich; readonly right: Rich }[]
  /** Right-hand entries that belong to no row. */
  readonly decoys: readonly Rich[]
}
/**
 * One answer that an exercise asks for. `form` says how it is typed and so what
 * counts as the same answer (`scoreExercise`).
 */
export interface ExerciseField {
  readonly label: Rich
  readonly form:
    | {
        readonly kind: 'number'
        /** Stands behind the field; may be typed too. */
        readonly unit?: string
        /** Whether `none` is an answer that one has to think of. */
        readonly mayBeNone?: true
      }
    /** Bytes, with or without K, M, G; `max` for no limit. */
    | { readonly kind: 'size' }
    /** Hexadecimal. */
    | { readonly kind: 'mask' }
    | { readonly kind: 'word'; readonly accepted: readonly string[] }
    /** Several words, `none` for no word: in any order, in the order asked for, or names of capabilities in any order. */
    | { readonly kind: 'words' | 'sequence' | 'capabilities' }
    | { readonly kind: 'pick'; readonly options: readonly { readonly key: string; readonly text: Rich }[] }
  /** As one would type it; of a pick the key. */
  readonly expected: string
}
/** An exercise with its numbers. */
export interface ExerciseQuestion extends QuestionBase {
  readonly kind: 'exercise'
  /** What the numbers were drawn from. */
  readonly seed: Seed
  readonly fields: readonly ExerciseField[]
  /** The way to the answers, step by step, with the same numbers. */
  readonly solution: readonly Block[]
}
/** An exercise as it is written: it becomes a question once a seed is chosen (`poseQuestion`). */
export interface ExerciseItem extends ItemBase {
  readonly kind: 'exercise'
  readonly task: ExerciseTask
  readonly explanation: readonly Block[]
}
/** Which generator draws the numbers, and with which parameters; those left out have their usual values. */
export interface ExerciseTask {
  readonly kind: ExerciseKind
  readonly parameters: Readonly<Record<string, ParameterValue>>
}
export type ParameterValue = string | number | boolean
export const exerciseKinds = [
  'uid-map',
  'subuid',
  'nspid',
  'ns-inodes',
  'mount-propagation',
  'cap-mask',
  'cap-execve',
  'seccomp-filters',
  'memory-max',
  'pids-max',
  'cpu-max',
  'cpu-weight',
  'overlay',
  'image-layers',
  'oci-lifecycle',
] as const
export type ExerciseKind = (typeof exerciseKinds)[number]

/** What is asked and scored. */
export type Question = ChoiceQuestion | FillQuestion | OrderQuestion | MatchQuestion | ExerciseQuestion
/** A question as it is written: what a topic holds beside its cards. */
export type WrittenQuestion = Exclude<Question, ExerciseQuestion> | ExerciseItem
export type Item = Card | WrittenQuestion
export type ItemKind = Item['kind']

/** Whether the learner grades the item; all others are questions, which the program grades. */
export const isCardKind = (kind: ItemKind): kind is Card['kind'] => kind === 'term' || kind === 'cloze' || kind === 'card'
export const isCard = (item: Item): item is Card => isCardKind(item.kind)

/** What answers cost and show alike: every card is one kind, be it term, cloze or prompt. */
export type AnswerKind = 'card' | Question['kind']
export const answerKind = (kind: ItemKind): AnswerKind => (isCardKind(kind) ? 'card' : kind)

export interface Section {
  readonly id: SectionId
  readonly heading: Rich
  readonly blocks: readonly Block[]
  readonly items: readonly Item[]
}

/** One topic in one language, as the reader and the sessions use it. */
export interface Topic {
  readonly id: TopicId
  readonly lang: Lang
  readonly title: string
  readonly summary: string
  /** Reading time of the prose, minutes. */
  readonly minutes: number
  readonly sections: readonly Section[]
  /** The sources that the topic cites, by key. */
  readonly sources: Readonly<Record<string, Source>>
  /** The glossary words that the topic's prose marks, by id. */
  readonly terms: Readonly<Record<string, GlossaryTerm>>
}

export interface Source {
  readonly title: string
  readonly url: string
  readonly what: 'man page' | 'specification' | 'kernel documentation' | 'source code' | 'documentation'
}
export interface GlossaryTerm {
  readonly ja: string
  readonly en: string
  /** よみ, in hiragana or katakana. */
  readonly reading: string
  readonly definition: { readonly ja: string; readonly en: string }
}

/** What the scheduler and the lists need of an item without its words: the same in both languages. */
export interface ItemStub {
  readonly id: ItemId
  readonly kind: ItemKind
  readonly level: Level
  readonly section: SectionId
  readonly fact: FactId
  readonly supports: readonly FactId[]
  /** Facts easily answered in place of this one, by the item or by one of its options. */
  readonly confuses: readonly FactId[]
  /** How many options a choice has to guess among; 0 for other kinds. */
  readonly options: number
}
export interface TopicStub {
  readonly id: TopicId
  readonly area: string
  readonly objective: string
  /** Share of the exam objective that the topic stands for: our own judgement. */
  readonly weight: number
  readonly requires: readonly TopicId[]
  readonly title: Readonly<Record<Lang, string>>
  readonly summary: Readonly<Record<Lang, string>>
  readonly minutes: Readonly<Record<Lang, number>>
  readonly sections: readonly { readonly id: SectionId; readonly heading: Readonly<Record<Lang, string>> }[]
  readonly items: readonly ItemStub[]
}
export interface Area {
  readonly id: string
  readonly title: Readonly<Record<Lang, string>>
}
/** Everything that is known at once, before any topic is opened. Topics stand in reading order. */
export interface Catalogue {
  readonly areas: readonly Area[]
  readonly topics: readonly TopicStub[]
}

/** An author's mistake. `line` and `column` count from 1, in the file as it stands on disk. */
export interface ContentError {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: string
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}
