/**
 * `npm run content:wording`: the spelling of all English and the style of all Japanese that a
 * learner reads, the texts of the tool included. Exits with 1 if anything is found.
 */
import { readFile } from 'node:fs/promises'
import { createCompiler } from '../src/build/content/compileFolder.ts'
import { clumsy } from '../src/build/wording/clumsy.ts'
import { createSpelling } from '../src/build/wording/misspelt.ts'
import { passagesOf, wordsOf } from '../src/build/wording/passages.ts'
import { type Lang, langs } from '../src/core/content/types.ts'

const wordList = 'content/words.txt'

/** What stands for code when a text is read aloud: a noun. */
const code: Readonly<Record<Lang, string>> = { ja: 'コード', en: ' ' }

interface Text {
  readonly where: string
  readonly words: string
}

const textsIn = (value: unknown, where: string): readonly Text[] => {
  if (typeof value === 'string') return [{ where, words: value.replace(/\{\{[^}]*\}\}|<[^>]*>/g, ' ') }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) => textsIn(below, `${where}.${key}`))
}

const textsOf = async (lang: Lang): Promise<readonly Text[]> => {
  const { topics, tables } = await compiled
  const files = ['', 'study.', 'settings.'].map((part) => `${lang}.${part}json`)
  const locales = await Promise.all(
    files.map(async (name) => textsIn(JSON.parse(await readFile(`src/i18n/locales/${name}`, 'utf8')), name)),
  )
  return [
    ...topics.flatMap(({ parts }) =>
      (parts[lang] === undefined ? [] : passagesOf(parts[lang].topic)).map((passage) => ({
        where: passage.id,
        words: wordsOf(passage, code[lang]),
      })),
    ),
    ...Object.entries(tables.glossary).map(([id, { definition }]) => ({ where: `glossary.yaml ${id}`, words: definition[lang] })),
    ...locales.flat(),
  ]
}

const compiled = createCompiler('content')()
const misspelt = await createSpelling(wordList)
let found = 0
for (const lang of langs) {
  for (const { where, words } of await textsOf(lang)) {
    for (const finding of lang === 'en' ? misspelt(words) : await clumsy(words)) {
      found += 1
      console.error(`${where} (${lang}): ${finding}`)
    }
  }
}
console.log(found === 0 ? 'The wording holds.' : `${found} found. A word of the subject that the dictionary lacks goes into ${wordList}.`)
if (found > 0) process.exitCode = 1
