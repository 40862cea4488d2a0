import { compileContent } from '../../src/core/content/compileContent.ts'
import type { ExerciseItem, Lang, Topic } from '../../src/core/content/types.ts'
import { poseQuestion } from '../../src/core/exercise/poseQuestion.ts'
import { topicId } from '../../src/core/ids.ts'
import type { Seed } from '../../src/core/random.ts'
import type { World } from './renderApp.tsx'

const words = {
  en: { title: 'The well', heading: 'Rope', prose: 'The rope is as long as the well.', explanation: 'Each bucket counts by itself.' },
  ja: { title: '井戸', heading: '綱', prose: '綱の長さは井戸と同じである。', explanation: '桶はそれぞれに数える。' },
}

/** One exercise with typed fields, and one that also asks for a pick. */
const text = (lang: Lang): string => {
  const { title, heading, prose, explanation } = words[lang]
  return `---
title: ${title}
summary: ${prose}
---

## ${heading} {#rope}

${prose} [well(7)]

:::exercise{#bucket-ids kind=uid-map level=3}
\`\`\`yaml
ids: 2
\`\`\`

${explanation} [well(7)]
:::

:::exercise{#bucket-layers kind=overlay level=3}
${explanation} [well(7)]
:::
`
}

const start = { line: 1, column: 1 }
const compiled = compileContent({
  tables: {
    objectives: { '352.1': { weight: 7, title: { ja: '庭', en: 'Gardens' } } },
    areas: [{ ...start, id: 'garden', title: { ja: '庭', en: 'Garden' } }],
    topics: [{ ...start, id: topicId('well'), area: 'garden', objective: '352.1', weight: 1, requires: [] }],
    retired: [],
    sources: { 'well(7)': { title: 'well(7)', url: 'https://example.org/well.7', what: 'man page' } },
    sourcePlaces: new Map([['well(7)', start]]),
    glossary: {},
  },
  files: [
    { path: 'garden/well.ja.md', text: text('ja') },
    { path: 'garden/well.en.md', text: text('en') },
  ],
  figure: () => undefined,
  highlight: (code) => [{ text: code }],
  shown: (path) => path,
})

const topicIn = (lang: Lang): Topic => {
  const topic = compiled.topics[0]?.parts[lang]?.topic
  if (topic === undefined) throw new Error('The well was not compiled')
  return topic
}

/** The catalogue of the well, to render the app with. */
export const atTheWell: Pick<World, 'catalogue' | 'loadTopic'> = {
  catalogue: compiled.catalogue,
  loadTopic: async (_, lang) => topicIn(lang),
}

/** An exercise of the well with the numbers of a seed. */
export const posed = (id: 'bucket-ids' | 'bucket-layers', seed: Seed, lang: Lang = 'en') => {
  const item = topicIn(lang)
    .sections.flatMap((section) => section.items)
    .find((candidate): candidate is ExerciseItem => candidate.kind === 'exercise' && candidate.id === `well/${id}`)
  const question = item && poseQuestion(item, seed, lang)
  if (question?.kind !== 'exercise') throw new Error(`The well has no ${id}`)
  return question
}
