import { describe, expect, test } from 'vitest'
import { createSettingsStore, type SettingsShelf, settingsKey } from '../../src/stores/settingsStore.ts'

const shelfWith = (stored: string | null): SettingsShelf & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>(stored === null ? [] : [[settingsKey, stored]])
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}
const settingsOf = (shelf: SettingsShelf) => {
  const { lang, theme } = createSettingsStore(shelf).getState()
  return { lang, theme }
}
const unset = { lang: null, theme: 'system' }

describe('what is read at the start', () => {
  test.each<[string, string | null, object]>([
    ['nothing stored', null, unset],
    ['nothing but spaces', '  ', unset],
    ['broken JSON', '{"version":1,"lang":"ja"', unset],
    ['no object', '"ja"', unset],
    ['a list', '[1,"ja","dark"]', unset],
    ['null', 'null', unset],
    ['another version', '{"version":2,"lang":"ja","theme":"dark"}', unset],
    ['no version', '{"lang":"ja","theme":"dark"}', unset],
    ['both chosen', '{"version":1,"lang":"ja","theme":"dark"}', { lang: 'ja', theme: 'dark' }],
    ['no language chosen', '{"version":1,"lang":null,"theme":"light"}', { lang: null, theme: 'light' }],
    ['a foreign language, and the theme still holds', '{"version":1,"lang":"fr","theme":"dark"}', { lang: null, theme: 'dark' }],
    ['a foreign theme, and the language still holds', '{"version":1,"lang":"en","theme":"sepia"}', { lang: 'en', theme: 'system' }],
    ['wrong types', '{"version":1,"lang":{},"theme":7}', unset],
    ['missing parts', '{"version":1}', unset],
    ['parts that it does not know', '{"version":1,"lang":"en","theme":"light","font":"big"}', { lang: 'en', theme: 'light' }],
  ])('%s', (_, stored, expected) => {
    expect(settingsOf(shelfWith(stored))).toEqual(expected)
  })

  test('a shelf that throws counts as empty', () => {
    const refuses = (): never => {
      throw new Error('private mode')
    }
    expect(settingsOf({ getItem: refuses, setItem: refuses })).toEqual(unset)
  })
})

describe('what a quiz was last asked to be', () => {
  test('is nothing at first, and is there after a reload beside the other settings', () => {
    const shelf = shelfWith('{"version":1,"lang":"ja","theme":"dark"}')
    const store = createSettingsStore(shelf)
    expect(store.getState().quiz).toBe('')
    store.getState().setQuiz('topic=pond&count=10')
    store.getState().setTheme('light')
    expect(createSettingsStore(shelf).getState()).toMatchObject({ quiz: 'topic=pond&count=10', lang: 'ja', theme: 'light' })
  })

  test('counts as nothing when it is no text', () => {
    expect(createSettingsStore(shelfWith('{"version":1,"quiz":{"topic":"pond"}}')).getState().quiz).toBe('')
  })
})

describe('what is chosen', () => {
  test('holds at once and is there after a reload', () => {
    const shelf = shelfWith(null)
    const store = createSettingsStore(shelf)
    store.getState().setLang('en')
    store.getState().setTheme('dark')
    expect(store.getState()).toMatchObject({ lang: 'en', theme: 'dark' })
    expect(settingsOf(shelf)).toEqual({ lang: 'en', theme: 'dark' })
  })

  test('leaves the other setting as it was', () => {
    const shelf = shelfWith('{"version":1,"lang":"ja","theme":"dark"}')
    createSettingsStore(shelf).getState().setTheme('system')
    expect(settingsOf(shelf)).toEqual({ lang: 'ja', theme: 'system' })
    createSettingsStore(shelf).getState().setLang('en')
    expect(settingsOf(shelf)).toEqual({ lang: 'en', theme: 'system' })
  })

  test('is stored under the key and in the form that the page reads before its first paint', () => {
    const shelf = shelfWith(null)
    createSettingsStore(shelf).getState().setTheme('dark')
    expect(settingsKey).toBe('hakoniwa.settings')
    expect(JSON.parse(shelf.kept.get('hakoniwa.settings') ?? '')).toEqual({ version: 1, lang: null, theme: 'dark' })
  })

  test('mends what could not be read', () => {
    const shelf = shelfWith('{')
    createSettingsStore(shelf).getState().setLang('ja')
    expect(settingsOf(shelf)).toEqual({ lang: 'ja', theme: 'system' })
  })

  test('holds on the page though the browser stores nothing', () => {
    const store = createSettingsStore({
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    })
    store.getState().setLang('ja')
    store.getState().setTheme('light')
    expect(store.getState()).toMatchObject({ lang: 'ja', theme: 'light' })
  })

  test('is told to those who watch', () => {
    const store = createSettingsStore(shelfWith(null))
    const seen: unknown[] = []
    store.subscribe(({ lang, theme }) => seen.push([lang, theme]))
    store.getState().setLang('ja')
    store.getState().setTheme('dark')
    expect(seen).toEqual([
      ['ja', 'system'],
      ['ja', 'dark'],
    ])
  })
})
