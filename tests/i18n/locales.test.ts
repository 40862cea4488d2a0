import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import enFrame from '../../src/i18n/locales/en.json'
import enSettings from '../../src/i18n/locales/en.settings.json'
import enStudy from '../../src/i18n/locales/en.study.json'
import jaFrame from '../../src/i18n/locales/ja.json'
import jaSettings from '../../src/i18n/locales/ja.settings.json'
import jaStudy from '../../src/i18n/locales/ja.study.json'

const en = { ...enFrame, ...enStudy, ...enSettings }
const ja = { ...jaFrame, ...jaStudy, ...jaSettings }

type Texts = ReadonlyMap<string, string>
const flat = (texts: object, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'object' && value !== null ? flat(value, `${prefix}${key}.`) : [[prefix + key, String(value)]],
  )
const texts = { ja: new Map(flat(ja)), en: new Map(flat(en)) } satisfies Record<string, Texts>

/** A key as the code writes it: `count` chooses among its plural forms. */
const asWritten = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '')
const written = (of: Texts): readonly string[] => [...new Set([...of.keys()].map(asWritten))].sort()
const holes = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/{{\s*(\w+)\s*}}/g)].flatMap((hole) => hole[1] ?? []))].sort()

it('has each text in one of the files only, the same one in both languages', () => {
  const groups = [enFrame, enStudy, enSettings].flatMap((bundle) => Object.keys(bundle))
  expect(groups).toEqual([...new Set(groups)])
  expect(Object.keys(jaFrame)).toEqual(Object.keys(enFrame))
  expect(Object.keys(jaStudy)).toEqual(Object.keys(enStudy))
  expect(Object.keys(jaSettings)).toEqual(Object.keys(enSettings))
})

it('says the same things in both languages', () => {
  expect(written(texts.ja)).toEqual(written(texts.en))
})

it.each([
  ['ja', ['other']],
  ['en', ['one', 'other']],
] as const)('has in %s the plural forms that the language needs, and no others', (lang, forms) => {
  expect(new Intl.PluralRules(lang).resolvedOptions().pluralCategories.toSorted()).toEqual(forms)
  const counted = [...texts[lang].keys()].filter((key) => key !== asWritten(key))
  const expected = [...new Set(counted.map(asWritten))].flatMap((key) => forms.map((form) => `${key}_${form}`))
  expect(counted.toSorted()).toEqual(expected.sort())
})

// In Japanese the sentence of the quiz begins with its first choice.
const mayBeEmpty = ['quiz.sentenceFrom']

it.each(['ja', 'en'] as const)('leaves no text in %s empty', (lang) => {
  const empty = [...texts[lang]].filter(([, text]) => text.trim() === '').map(([key]) => key)
  expect(empty.filter((key) => !mayBeEmpty.includes(key))).toEqual([])
})

it('fills the same places in both languages', () => {
  const holesByKey = (of: Texts) => {
    const all = new Map<string, Set<string>>()
    for (const [key, text] of of) all.set(asWritten(key), new Set([...(all.get(asWritten(key)) ?? []), ...holes(text)]))
    return Object.fromEntries([...all].map(([key, names]) => [key, [...names].sort()]))
  }
  expect(holesByKey(texts.ja)).toEqual(holesByKey(texts.en))
})

it('leaves no half-open place', () => {
  const broken = [...texts.ja, ...texts.en].filter(([, text]) => /[{}]/.test(text.replace(/{{\w+}}/g, '')))
  expect(broken).toEqual([])
})

const root = join(import.meta.dirname, '../../src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'))
/**
 * What stands in the code where a text is asked for. A plain key is exact; of a
 * template or a choice between two keys each string in it counts, with `${…}`
 * standing for one part of a key.
 */
const asked = sources.flatMap((source) =>
  [...source.matchAll(/\bt\(((?:[^()]|\([^()]*\))*?)(?:,\s*{|\))/g)].flatMap((call) =>
    [...(call[1] ?? '').matchAll(/'([\w.]+)'|`([^`]+)`/g)].map((string) => string[1] ?? string[2] ?? ''),
  ),
)
const patterns = [...new Set(asked)]
  .filter((key) => key.includes('.'))
  .map((key) => ({ key, parts: new RegExp(`^${key.replaceAll('.', '\\.').replace(/\${[^}]*}/g, '[^.]+')}$`) }))

it('has every text that the code asks for', () => {
  expect(patterns.length).toBeGreaterThan(100)
  expect(patterns.filter(({ parts }) => !written(texts.en).some((key) => parts.test(key))).map(({ key }) => key)).toEqual([])
})

it('has no text that the code does not ask for', () => {
  expect(written(texts.en).filter((key) => !patterns.some(({ parts }) => parts.test(key)))).toEqual([])
})
