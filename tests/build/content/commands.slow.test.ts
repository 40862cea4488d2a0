import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sampleTopic } from '../../core/content/sampleContent.ts'
import { sampleFolder, temporaryFolder } from './sampleFolder.ts'

const root = join(import.meta.dirname, '../../..')

const run = (script: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', `scripts/${script}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('content:check', { timeout: 60_000 }, () => {
  test('reports what there is, and ends with 0 when nothing is wrong', () => {
    const folder = sampleFolder()
    const people = run('contentCheck', folder)
    expect(people.stdout).toContain('first (ja, en)\n  1 section, 12 cards, 6 choice, 2 fill, 1 order, 1 match, 2 exercise; levels')
    expect(people.stdout).toMatch(/ {2}352\.1 area +ja: 7 recognised, \d+ recalled, 2 done/)
    expect(people.stdout).toContain('1 topic, 0 errors, 0 warnings')
    expect(people.status).toBe(0)
    const json = run('contentCheck', folder, '--json')
    expect(JSON.parse(json.stdout)).toEqual({
      topics: [
        {
          id: 'first',
          languages: ['ja', 'en'],
          sections: 1,
          cards: 12,
          items: { choice: 6, fill: 2, order: 1, match: 1, exercise: 2 },
          levels: { 1: 12, 2: 4, 3: 8 },
          facts: { total: 12, linked: 12, singleKind: 0 },
          sources: 1,
        },
      ],
      // Six choices and a match; twelve cards, their four siblings, two fills and an order; two exercises.
      coverage: ['ja', 'en'].map((language) => ({ objective: '352.1', area: 'area', language, recognised: 7, recalled: 19, done: 2 })),
      labs: [],
      errors: [],
      warnings: [],
    })
    expect(json.status).toBe(0)
  })

  test('reports every error with its place, and ends with 1', () => {
    const folder = sampleFolder({ 'area/first.en.md': sampleTopic('en').replace('ok b', '<b>'), 'sources.yaml': 'clone(2): 1\n' })
    const json = run('contentCheck', folder, '--json')
    const { errors } = JSON.parse(json.stdout) as { readonly errors: readonly Record<string, unknown>[] }
    expect(errors).toContainEqual({
      file: 'content/area/first.en.md',
      line: expect.any(Number),
      column: 7,
      code: 'html',
      message: '“<b>” is HTML.',
      hint: expect.any(String),
    })
    expect(new Set(errors.map(({ file }) => file))).toEqual(
      new Set(['content/area/first.en.md', 'content/area/first.ja.md', 'content/sources.yaml']),
    )
    expect(json.status).toBe(1)
    const people = run('contentCheck', folder)
    expect(people.stderr).toMatch(/content\/area\/first\.en\.md:\d+:7 html “<b>” is HTML\.\n {4}Write Markdown/)
    expect(people.status).toBe(1)
  })

  test('says that a folder is not there', () => {
    const gone = run('contentCheck', join(temporaryFolder(), 'gone'), '--json')
    expect(JSON.parse(gone.stdout)).toMatchObject({
      topics: [],
      errors: expect.arrayContaining([expect.objectContaining({ file: 'gone', code: 'unreadable' })]),
    })
    expect(gone.status).toBe(1)
  })

  test('reads anyone’s notes with --lenient, and tells of files that it cannot read', () => {
    const folder = temporaryFolder({ 'notes.md': '# Notes\n\n- **a**: b\n' })
    const notes = join(folder, 'notes.md')
    const json = run('contentCheck', '--lenient', notes, join(folder, 'gone.md'), '--json')
    const { files, errors } = JSON.parse(json.stdout) as { readonly files: readonly unknown[]; readonly errors: readonly unknown[] }
    expect(files).toMatchObject([{ path: notes, cards: [{ front: 'a', back: 'b', line: 3 }] }])
    expect(errors).toMatchObject([{ path: join(folder, 'gone.md'), message: expect.stringContaining('ENOENT') }])
    expect(json.status).toBe(1)
    const people = run('contentCheck', '--lenient', notes)
    expect(people.stdout).toContain('1 card')
    expect(people.status).toBe(0)
  })
})

describe('content:export', { timeout: 60_000 }, () => {
  test('is the whole catalogue as one document', () => {
    const { status, stdout } = run('contentExport', sampleFolder())
    const { topics, ...rest } = JSON.parse(stdout) as {
      readonly topics: readonly {
        readonly languages: Record<string, { readonly sections: readonly { readonly items: readonly unknown[] }[] }>
      }[]
    }
    expect(rest).toMatchObject({ format: 1, glossary: { kernel: {} }, sources: { 'clone(2)': {} }, labs: [] })
    expect(topics).toMatchObject([
      {
        id: 'first',
        area: 'area',
        objective: '352.1',
        weight: 1,
        requires: [],
        languages: { ja: { title: '題' }, en: { summary: 'Summary' } },
      },
    ])
    const [section] = topics[0]?.languages.en?.sections ?? []
    expect(section).toMatchObject({
      id: 'first/section',
      heading: 'Section',
      html: expect.stringMatching(/^<p>The <dfn data-term="kernel">kernel<\/dfn> assigns numbers\.<\/p><ul>/),
    })
    expect(section?.items).toContainEqual(
      expect.objectContaining({
        id: 'first/choice-b',
        kind: 'choice',
        level: 3,
        fact: 'first/term-b',
        prompt: '<p>Which is true of case b?</p>',
        explanation: '<p>An explanation.</p>',
        sources: ['clone(2)'],
        options: expect.arrayContaining([{ text: 'ok b', correct: true, reason: '<p>A reason.</p>', confuses: [] }]),
      }),
    )
    expect(section?.items).toContainEqual(
      expect.objectContaining({ id: 'first/term-a.reverse', prompt: '<p>a sentence that states meaning a</p>', answer: '<p>term a</p>' }),
    )
    expect(section?.items).toContainEqual(
      expect.objectContaining({
        id: 'first/exercise-b',
        kind: 'exercise',
        generator: 'nspid',
        parameters: { processes: 4 },
        seed: 1,
        prompt: expect.stringMatching(/^<p>Containers were started/),
        answers: expect.arrayContaining([
          expect.objectContaining({
            label: expect.stringContaining('<code>kill</code>'),
            form: 'number',
            expected: expect.stringMatching(/^\d+$/),
          }),
        ]),
        solution: expect.stringMatching(/^<p>/),
        explanation: '<p>An explanation.</p>',
      }),
    )
    expect(status).toBe(0)
  })

  test('is nothing while there are errors', () => {
    const { status, stdout, stderr } = run('contentExport', sampleFolder({ 'area/first.en.md': 'x' }))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('content/area/first.en.md:1:1 front-matter')
  })
})
