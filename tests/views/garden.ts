import { compileContent } from '../../src/core/content/compileContent.ts'
import type { Tables } from '../../src/core/content/curriculum.ts'
import type { Catalogue, Lang, Topic } from '../../src/core/content/types.ts'
import { type TopicId, topicId } from '../../src/core/ids.ts'
import { gate, pond } from './gardenTexts.ts'

const start = { line: 1, column: 1 }
const tables: Tables = {
  objectives: { '352.1': { weight: 7, title: { ja: '庭', en: 'Gardens' } } },
  areas: [{ ...start, id: 'garden', title: { ja: '庭', en: 'Garden' } }],
  topics: [
    { ...start, id: topicId('pond'), area: 'garden', objective: '352.1', weight: 1, requires: [] },
    { ...start, id: topicId('gate'), area: 'garden', objective: '352.1', weight: 1, requires: [topicId('pond')] },
  ],
  retired: [],
  sources: {
    'pond(7)': { title: 'pond(7)', url: 'https://example.org/pond.7', what: 'man page' },
    'gate(7)': { title: 'gate(7)', url: 'https://example.org/gate.7', what: 'man page' },
  },
  sourcePlaces: new Map([
    ['pond(7)', start],
    ['gate(7)', start],
  ]),
  glossary: {
    bamboo: { ja: '竹', en: 'bamboo', reading: 'たけ', definition: { ja: '中が空の草。', en: 'A hollow grass.' } },
  },
}

// Compiled from Markdown as the real catalogue is, so that screens see what they see in the app.
const compiled = compileContent({
  tables,
  files: [
    { path: 'garden/pond.ja.md', text: pond.ja },
    { path: 'garden/pond.en.md', text: pond.en },
    { path: 'garden/gate.ja.md', text: gate.ja },
    { path: 'garden/gate.en.md', text: gate.en },
  ],
  figure: () => undefined,
  highlight: (text) => [{ text }],
  shown: (path) => path,
})
// Too small for the rules of a real topic, so those may complain; but nothing may have been left out.
const taken = compiled.catalogue.topics.flatMap((topic) => topic.items).length
if (taken !== 11) throw new Error(compiled.errors.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))

export const gardenCatalogue: Catalogue = compiled.catalogue

export const gardenTopic = (id: TopicId, lang: Lang): Topic => {
  const topic = compiled.topics.find((candidate) => candidate.entry.id === id)?.parts[lang]?.topic
  if (topic === undefined) throw new Error(`The garden has no topic ${id}`)
  return topic
}
