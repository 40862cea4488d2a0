import fetchCatalogue from 'virtual:catalogue'
import topics from 'virtual:topics'
import { unpackCatalogue } from '../core/content/catalogueForm.ts'
import { type Catalog, createCatalog } from './catalog.ts'

/** The catalogue that was compiled with this build; the words of a topic are one chunk a language. Rejects when it cannot be fetched. */
export const builtCatalog = async (): Promise<Catalog> =>
  createCatalog(unpackCatalogue(await fetchCatalogue()), async (id, lang) => {
    const load = topics[lang][id]
    if (load === undefined) throw new Error(`No topic ${id} in ${lang}`)
    return (await load()).default
  })
