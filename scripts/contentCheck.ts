/**
 * The content report: `npm run content:check [-- [FOLDER] [--json]]`, and with
 * `--lenient FILE…` what would become of anyone's Markdown notes.
 */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createCompiler } from '../src/build/content/compileFolder.ts'
import { errorText } from '../src/build/content/frame.ts'
import { type ContentReport, reportContent, type TopicReport } from '../src/build/content/report.ts'
import type { NotesReport } from '../src/core/content/lenient/notesReport.ts'

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, lenient: { type: 'boolean', default: false } },
  allowPositionals: true,
})

const count = (amount: number, one: string, many = `${one}s`) => `${amount} ${amount === 1 ? one : many}`

const topicLine = ({ id, languages, sections, cards, items, levels, facts, sources }: TopicReport): string =>
  [
    `${id} (${languages.join(', ') || 'no file'})`,
    `  ${count(sections, 'section')}, ${count(cards, 'card')}, ${Object.entries(items)
      .map(([kind, amount]) => `${amount} ${kind}`)
      .join(', ')}; levels ${levels[1]}/${levels[2]}/${levels[3]}`,
    `  ${count(facts.total, 'fact')}: ${facts.linked} asked by several items, ${facts.singleKind} in one kind only; ${count(sources, 'source')}`,
  ].join('\n')

const printCoverage = (coverage: ContentReport['coverage']) => {
  console.log('items by the evidence that they give:')
  for (const { objective, area, language, recognised, recalled, done } of coverage)
    console.log(`  ${objective} ${area.padEnd(12)} ${language}: ${recognised} recognised, ${recalled} recalled, ${done} done`)
}

const printReport = ({ topics, coverage, errors, warnings }: ContentReport) => {
  for (const topic of topics) console.log(topicLine(topic))
  printCoverage(coverage)
  for (const warning of warnings) console.log(`warning ${errorText(warning)}`)
  for (const error of errors) console.error(errorText(error))
  console.log(`${count(topics.length, 'topic')}, ${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}`)
}

const checkFolder = async (folder: string): Promise<boolean> => {
  const report = reportContent(await createCompiler(resolve(folder))())
  if (values.json) console.log(JSON.stringify(report, null, 2))
  else printReport(report)
  return report.errors.length === 0
}

const printNotes = ({ path, title, cards, left }: NotesReport) => {
  console.log(`${path}: ${title}\n  ${count(cards.length, 'card')}`)
  for (const card of cards)
    console.log(`  ${card.line}: ${[...card.path, card.front].join(' › ')}\n      ${card.back.replaceAll('\n', '\n      ')}`)
  if (left.length > 0) console.log('  left:')
  for (const { line, text, why } of left) console.log(`  ${line}: ${text}\n      ${why}`)
}

const checkNotes = async (paths: readonly string[]): Promise<boolean> => {
  const { readNotes } = await import('../src/core/content/lenient/readNotes.ts')
  const files: NotesReport[] = []
  const errors: { readonly path: string; readonly message: string }[] = []
  if (paths.length === 0) errors.push({ path: '', message: 'Name the files to read: --lenient FILE…' })
  for (const path of paths) {
    try {
      files.push(readNotes(await readFile(path, 'utf8'), path))
    } catch (error) {
      errors.push({ path, message: error instanceof Error ? error.message : String(error) })
    }
  }
  if (values.json) console.log(JSON.stringify({ files, errors }, null, 2))
  else {
    for (const file of files) printNotes(file)
    for (const { path, message } of errors) console.error(`${path}: ${message}`)
  }
  return errors.length === 0
}

const passed = values.lenient ? await checkNotes(positionals) : await checkFolder(positionals[0] ?? 'content')
if (!passed) process.exitCode = 1
