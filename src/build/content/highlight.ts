import type { ThemeRegistrationRaw } from 'shiki/core'
import { createHighlighterCoreSync } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import bash from 'shiki/langs/bash.mjs'
import c from 'shiki/langs/c.mjs'
import diff from 'shiki/langs/diff.mjs'
import ini from 'shiki/langs/ini.mjs'
import json from 'shiki/langs/json.mjs'
import yaml from 'shiki/langs/yaml.mjs'
import type { CodeRun } from '../../core/content/types.ts'

// The colours are names: each stands for a kind of token, and the page's style sheet decides how it looks.
const kindOf: Readonly<Record<string, NonNullable<CodeRun['kind']>>> = {
  '#000001': 'comment',
  '#000002': 'string',
  '#000003': 'keyword',
  '#000004': 'number',
}
const theme: ThemeRegistrationRaw = {
  name: 'kinds',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { settings: { foreground: '#000000' } },
    { scope: ['comment'], settings: { foreground: '#000001' } },
    { scope: ['string', 'markup.inserted'], settings: { foreground: '#000002' } },
    {
      scope: ['keyword', 'storage', 'constant.language', 'entity.name.tag.yaml', 'support.type.property-name', 'markup.deleted'],
      settings: { foreground: '#000003' },
    },
    { scope: ['constant.numeric', 'keyword.other.unit'], settings: { foreground: '#000004' } },
  ],
}

/** No reader looks for colours in more code than this. */
const maxCharacters = 50_000

let highlighter: ReturnType<typeof createHighlighterCoreSync> | undefined

/** Colours code at build time; a language that it does not know stays plain, and so does a listing of extreme length. */
export const highlight = (code: string, lang: string): readonly CodeRun[] => {
  highlighter ??= createHighlighterCoreSync({
    langs: [bash, c, diff, ini, json, yaml],
    themes: [theme],
    engine: createJavaScriptRegexEngine(),
  })
  if (code.length > maxCharacters || !highlighter.getLoadedLanguages().includes(lang)) return code === '' ? [] : [{ text: code }]
  // A limit of time would make the colours depend on the machine; one of length bounds the work as well.
  const lines = highlighter.codeToTokensBase(code, { lang, theme: 'kinds', tokenizeMaxLineLength: 1000, tokenizeTimeLimit: 0 })
  const runs: CodeRun[] = []
  for (const [index, line] of lines.entries()) {
    const start = index === 0 ? [] : [{ content: '\n', color: '' }]
    for (const { content, color = '' } of [...start, ...line]) {
      const kind = kindOf[color.toLowerCase()]
      const last = runs.at(-1)
      if (last !== undefined && (last.kind === kind || content.trim() === ''))
        runs[runs.length - 1] = { ...last, text: last.text + content }
      else runs.push(kind === undefined ? { text: content } : { text: content, kind })
    }
  }
  return runs
}
