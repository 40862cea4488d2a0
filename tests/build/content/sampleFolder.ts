import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { sampleTopic } from '../../core/content/sampleContent.ts'

const tables = {
  'curriculum.yaml': `objectives:
  "352.1": { weight: 7, title: { ja: 概念, en: Concepts } }
areas:
  - { id: area, title: { ja: 分野, en: Area } }
topics:
  - { id: first, area: area, objective: "352.1", weight: 1, requires: [] }
retired: []
`,
  'sources.yaml': 'clone(2): { title: clone(2), url: "https://example.org/clone", what: man page }\n',
  'glossary.yaml': 'kernel: { ja: カーネル, en: kernel, reading: カーネル, definition: { ja: 核, en: the core } }\n',
}

export const figure =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><text class="t" lang="ja" x="1" y="2">箱</text><text class="t" lang="en" x="1" y="2">box</text></svg>\n'

/** The files of a content folder that breaks no rule. */
export const sampleFiles = (): Record<string, string> => ({
  ...tables,
  'area/first.ja.md': sampleTopic('ja'),
  'area/first.en.md': sampleTopic('en'),
  'figures/box.svg': figure,
})

export const writeFiles = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** A folder with these files that goes away with the test. */
export const temporaryFolder = (files: Readonly<Record<string, string>> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hakoniwa-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFiles(folder, files)
  return folder
}

/** The content folder of a temporary project, which holds it under `content/`. */
export const sampleFolder = (changes: Readonly<Record<string, string>> = {}): string => {
  const project = temporaryFolder()
  const folder = join(project, 'content')
  writeFiles(folder, { ...sampleFiles(), ...changes })
  return folder
}
