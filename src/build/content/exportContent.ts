import { poseQuestion } from '../../core/exercise/poseQuestion.ts'
import { assertNever } from '../../core/assertNever.ts'
import { type Item, type Lang, langs, type Topic } from '../../core/content/types.ts'
import type { CompiledFolder } from './compileFolder.ts'
import { blocksHtml, richHtml, type Sources } from './html.ts'

/** An exercise is shown with the numbers of this seed. */
const exampleSeed = 1

const wordsOf = (item: Item, lang: Lang, sources: Sources) => {
  const rich = (text: Parameters<typeof richHtml>[0]) => richHtml(text, sources)
  const blocks = (list: Parameters<typeof blocksHtml>[0]) => blocksHtml(list, sources)
  switch (item.kind) {
    case 'term':
    case 'cloze':
    case 'card':
      return { prompt: blocks(item.prompt), answer: blocks(item.answer) }
    case 'choice':
      return {
        prompt: blocks(item.stem),
        options: item.options.map(({ text, correct, reason, confuses }) => ({
          text: rich(text),
          correct,
          reason: blocks(reason),
          confuses,
        })),
        explanation: blocks(item.explanation),
      }
    case 'fill':
      return {
        prompt: blocks(item.stem),
        answers: item.answers.map(({ text, match, reason }) => ({ text, match, reason: blocks(reason) })),
        explanation: blocks(item.explanation),
      }
    case 'order':
      return {
        prompt: blocks(item.stem),
        steps: item.steps.map(({ text, reason }) => ({ text: rich(text), reason: blocks(reason) })),
        explanation: blocks(item.explanation),
      }
    case 'match':
      return {
        prompt: blocks(item.stem),
        columns: item.columns.map(rich),
        pairs: item.pairs.map(({ left, right }) => ({ left: rich(left), right: rich(right) })),
        decoys: item.decoys.map(rich),
        explanation: blocks(item.explanation),
      }
    case 'exercise': {
      const example = poseQuestion(item, exampleSeed, lang)
      return {
        generator: item.task.kind,
        parameters: item.task.parameters,
        seed: exampleSeed,
        prompt: blocks(example.stem),
        ...(example.kind === 'exercise'
          ? {
              answers: example.fields.map(({ label, form, expected }) => ({ label: rich(label), form: form.kind, expected })),
              solution: blocks(example.solution),
            }
          : {}),
        explanation: blocks(item.explanation),
      }
    }
    default:
      return assertNever(item)
  }
}

const itemOf = (item: Item, lang: Lang, sources: Sources) => {
  const { id, kind, level, fact, supports, objective, legacy, confuses, hash } = item
  return { id, kind, level, fact, supports, objective, legacy, confuses, ...wordsOf(item, lang, sources), sources: item.sources, hash }
}

const languageOf = ({ lang, title, summary, sections, sources }: Topic) => ({
  title,
  summary,
  sections: sections.map(({ id, heading, blocks, items }) => ({
    id,
    heading: richHtml(heading, sources),
    html: blocksHtml(blocks, sources),
    items: items.map((item) => itemOf(item, lang, sources)),
  })),
})

/** The whole catalogue for other programs: text as HTML, everything escaped that an author wrote. */
export const exportContent = ({ topics, tables }: CompiledFolder) => ({
  format: 1,
  topics: topics.map(({ entry: { id, area, objective, weight, requires }, parts }) => ({
    id,
    area,
    objective,
    weight,
    requires,
    languages: Object.fromEntries(
      langs.flatMap((lang) => {
        const topic = parts[lang]?.topic
        return topic === undefined ? [] : [[lang, languageOf(topic)]]
      }),
    ),
  })),
  glossary: tables.glossary,
  sources: tables.sources,
  labs: [],
})
