import type { ContentError } from './types.ts'

/** A point of the file as it stands on disk; both count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

/**
 * Every complaint that the compiler can make, with what to do about it. A
 * message says what is wrong in this place; the hint is the same everywhere.
 */
const hints = {
  // The file
  'too-large': 'Split the topic, or move long listings out of it.',
  'too-deep': 'Write it flatter: no text here needs that many levels.',
  'too-dense': 'Put blank lines between paragraphs and split the list or the table.',
  encoding: 'Save the file as UTF-8 and type the broken characters again.',
  'control-character': 'Delete the character; it cannot be seen and means nothing here.',
  'unicode-form': 'Save the text in composed form (Unicode NFC): some editors and file systems decompose か and ゛.',
  'front-matter': 'Begin the file with ---, then `title: …`, `summary: …` and --- on lines of their own.',
  'empty-topic': 'Write at least one section: `## Heading {#id}`.',

  // What looks like syntax and is not
  'heading-not-read': 'Write half-width # and one space: `## Heading {#id}`. Begin the line with \\# for a literal sign.',
  'setext-heading': 'Write headings with #; write *** between the prompt and the answer of a card.',
  'list-not-read': 'Write `- text` or `1. text`: a half-width marker, one space, then the text.',
  'list-needs-blank-line': 'Leave a blank line between the paragraph and the list.',
  'task-mark': 'Write `- [x] text` or `- [ ] text`, all half-width, with one space on either side.',
  'table-not-read': 'A table needs a head, a line of |---| and as many cells in each row; write \\| for a literal bar.',
  'table-cells': 'Give every row as many cells as the head; write \\| for a bar inside a cell.',
  'quote-not-read': 'Indent the line as far as the text of its list item and begin it with a half-width > and a space.',
  'fence-not-read': 'Write ``` and the language on a line of their own, with nothing but blank lines or text above.',
  'code-unclosed': 'End the code with ``` on a line of its own, indented as its beginning.',
  'code-indented': 'Indent less, or write ``` and a language for code.',
  'directive-not-read': 'Write `:::card{#id}` at the start of its line: half-width, no space before {, and `:::` alone to end it.',
  'directive-unclosed': 'End it with ::: on a line of its own.',
  'directive-nested': 'Items and notes do not hold one another: end the one above with ::: first.',
  'directive-unknown': 'Write one of :::card, :::choice, :::fill, :::order, :::match, :::exercise, :::note.',
  'directive-label': 'Only a note has a title in brackets.',
  'full-width': 'Write it with half-width characters.',
  'stray-emphasis': 'Put a space outside the ** or move the bracket or 」 out of it; write \\* for a literal star.',
  'stray-backtick': 'Close the code with as many ` as opened it; write \\` for a literal one.',
  'stray-strike': 'Close it with ~~, or write \\~.',
  'bare-link': 'Write [words](address) or <address>, or put the address in code.',
  'broken-link': 'Write [words](address) without a space between, and no space in the address.',
  'reference-link': 'Write the address where it is used: [words](address).',
  'unknown-entity': 'Type the character itself, or write \\& for a literal sign.',
  html: 'Write Markdown: HTML is never shown. Put a tag that is meant to be read into `code`, or write \\<.',

  // Attributes and ids
  attributes: 'Write {#id key=value key="two words"} as the last thing on the line.',
  'attributes-misplaced': 'An id belongs to a section, a term, a cloze or an item; write \\{ for a literal brace.',
  'unknown-attribute': 'Known are: level, fact, objective, legacy, confuses.',
  'attribute-value': 'See the values that CONTRIBUTING.md names for this key.',
  'bad-id': 'Use a–z, 0–9 and hyphens, beginning with a letter: pid-ns.',
  'missing-id': 'Give it one that says what it is about: {#pid-ns}. It stays for ever, so choose calmly.',
  'duplicate-id': 'Ids are unique within a topic: choose another for the newer one.',
  'retired-id': 'Take a new id: learners still hold memory under the retired one.',

  // Structure
  'text-before-section': 'Begin with `## Heading {#id}`; a topic has no text before its first section.',
  'heading-level': 'Sections are ##, inside them ### and then ####: no level is skipped, # is the title’s.',
  'heading-misplaced': 'Headings stand in the section’s own text only.',
  'empty-section': 'Write the section or take its heading away.',
  'image-alt': 'Say in brackets what the picture shows: ![the text alternative](name.svg "caption").',
  'image-alone': 'Give the picture a paragraph of its own.',
  'unknown-figure': 'Put the drawing into content/figures and name it here: name.svg.',
  'link-refused': 'Links are https:// or http:// addresses, #id within the topic, or topic-id#id.',
  'link-text': 'Say where the link leads.',
  'link-title': 'Take the title out: nothing shows it.',
  'unknown-anchor': 'Name a section or an item of that topic.',
  'unknown-topic': 'Name a topic of curriculum.yaml.',
  'unknown-source': 'Add the key to sources.yaml, or write \\[ for a literal bracket.',
  'unknown-footnote': 'Write its text: `[^name]: …` in a paragraph of its own.',
  'unused-footnote': 'Refer to it with [^name], or delete it.',
  'duplicate-footnote': 'Give each footnote its own name.',
  'footnote-in-item': 'Items are asked away from the page, so they carry no footnotes: say it in the text.',
  'code-language': 'Known are: console, bash, c, json, yaml, ini, diff, text. `console lab` marks a transcript that can be run.',
  'not-taken': 'Write it as a paragraph, list, table, code, quote, note or figure.',

  // Items
  'term-form': 'Write - **term**: definition. [source] {#id} with a half-width colon right after the **.',
  'term-without-id': 'Add an id if this is a card; otherwise write the label without bold, or as a heading.',
  'cloze-form': 'Write ==hidden== with no space inside, or \\== for two literal signs.',
  'cloze-misplaced': 'A cloze stands in a paragraph or list item of the section’s own text, with {#id} at its end.',
  'item-form': 'See the example of this kind in CONTRIBUTING.md.',
  'item-without-source': 'End the answer or the explanation with [key] of sources.yaml.',
  'choice-options': 'Write 4 or 5 options, at least one right and one wrong.',
  'option-reason': 'Add an indented line: > why it is right or wrong.',
  'fill-blank': 'Write ___ exactly once in the stem, where the answer goes, within a sentence.',
  'fill-answers': 'Write one `- = answer`, then any `- ~ also right` and `- ! near miss` with an indented `> reason`.',
  'fill-prose': 'Ask for a command, option, path, parameter or number: what one types into a terminal.',
  'order-steps': 'Write 4 to 7 steps as 1. 2. 3. in the right order.',
  'match-table': 'Write a table of two columns with 3 pairs or more; a row without its left cell is a decoy.',
  'exercise-kind': 'Name one of the kinds that CONTRIBUTING.md lists.',
  'exercise-parameter': 'Write `name: value` in a block ```yaml right below the first line; CONTRIBUTING.md has each kind’s parameters.',

  // Facts
  'unknown-fact': 'Name an item of this topic, or topic-id/item-id.',
  'fact-chain': 'Name the fact itself.',

  // Quality
  'stem-ending': 'End the stem as a question or an instruction.',
  'above-option': 'Write a statement of its own.',
  'longest-right': 'Shorten right options or lengthen wrong ones: length must not give the answer away.',
  'stem-word': 'Use the word in the other options too, or in none.',
  'prompt-has-answer': 'Reword the prompt so that it does not hold its answer.',
  'same-prompt': 'Ask something else, or drop one of the two.',
  praise: 'Say the mechanism and what it is compared with.',
  'few-cards': 'Write at least 12 cards.',
  'few-questions': 'Write at least 10 questions of at least 3 kinds.',
  'few-levels': 'Write items of all three levels.',
  'few-exercises': 'Write at least 2 exercises or labs.',
  'few-linked': 'At least 60 % of the questions name, with fact=, a fact that a card states.',
  'single-kind':
    'Ask the fact in another kind too, or link an item that already does: fact= names the fact that it chiefly asks. Term, cloze and card are one kind.',
  'area-tier': 'Write items of that tier in one of the area’s topics.',

  // The catalogue
  'file-name': 'Name the file <area>/<topic-id>.<ja|en>.md, as curriculum.yaml has it.',
  'missing-language': 'Write the topic in both languages.',
  'unlisted-topic': 'Add the topic to curriculum.yaml, or move the file out of content.',
  'pair-drift': 'Both languages have the same ids, kinds and right answers in the same order.',
  'pair-numbers': 'Numbers and code are the same in both languages.',
  'table-value': 'See the shape of this file in CONTRIBUTING.md.',
  'table-yaml': 'Correct the YAML.',
  'table-duplicate': 'Keep one of the two.',
  'table-unknown': 'Name one that the file lists.',
  'requires-order': 'A topic comes after the topics that it requires.',
  'unused-source': 'Cite it or take it out of sources.yaml.',
  svg: 'Draw with the elements, attributes and classes that CONTRIBUTING.md names.',
  unreadable: 'Make the file readable.',
} as const

export type ProblemCode = keyof typeof hints
export const problemCodes = Object.keys(hints)

/** Printed, and no reason to fail. */
const warnings: ReadonlySet<string> = new Set<ProblemCode>(['term-without-id', 'stem-word', 'single-kind', 'unused-source'])
export const isWarning = (error: ContentError): boolean => warnings.has(error.code)

export type Report = (place: Place, code: ProblemCode, message: string) => void

export const problem = (file: string, { line, column }: Place, code: ProblemCode, message: string): ContentError => ({
  file,
  line,
  column,
  code,
  message,
  hint: hints[code],
})

/** A report function for one file, and the list that it fills. */
export const collector = (file: string): { readonly problems: ContentError[]; readonly report: Report } => {
  const problems: ContentError[] = []
  return { problems, report: (place, code, message) => void problems.push(problem(file, place, code, message)) }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** By file and place, each complaint once. */
export const inOrder = (problems: readonly ContentError[]): readonly ContentError[] => {
  const seen = new Set<string>()
  return problems
    .filter((error) => {
      const key = JSON.stringify(error)
      return !seen.has(key) && seen.add(key)
    })
    .sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code))
}

/** What a message shows of the author's text: enough to find it, never a wall. */
export const quoted = (text: string): string => {
  const shown = [...text.slice(0, 200).replace(/\s+/g, ' ').trim()]
  return `“${shown.length > 40 ? `${shown.slice(0, 39).join('')}…` : shown.join('')}”`
}
