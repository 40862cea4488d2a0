import type { Catalogue, ItemKind, ItemStub } from '../../src/core/content/types.ts'
import { factId, itemId, sectionId, topicId } from '../../src/core/ids.ts'

const kinds: readonly ItemKind[] = ['term', 'choice', 'card', 'fill', 'cloze', 'choice']

/** As large as the whole catalogue will be: 19 topics, 600 items on 400 facts. */
export const benchCatalogue: Catalogue = {
  areas: [{ id: 'area', title: { ja: '分野', en: 'Area' } }],
  topics: Array.from({ length: 19 }, (_, place) => {
    const id = topicId(`topic-${place}`)
    const sections = Array.from({ length: 6 }, (__, n) => sectionId(id, `section-${n}`))
    const items = Array.from({ length: 32 }, (__, n): ItemStub => {
      const fact = Math.floor((n * 2) / 3)
      return {
        id: itemId(id, `item-${n}`),
        kind: kinds[n % kinds.length] ?? 'card',
        section: sections[fact % sections.length] ?? sectionId(id, 'section-0'),
        fact: factId(id, `fact-${fact}`),
        supports: [],
        confuses: [],
        options: 4,
      }
    })
    return {
      id,
      area: 'area',
      objective: '352.1',
      weight: 1 + (place % 3),
      requires: [],
      title: { ja: id, en: id },
      summary: { ja: '', en: '' },
      minutes: { ja: 8, en: 8 },
      sections: sections.map((section) => ({ id: section, heading: { ja: section, en: section } })),
      items,
    }
  }),
}
