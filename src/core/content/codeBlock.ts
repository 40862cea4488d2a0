import type { Code } from 'mdast'
import { quoted } from './problems.ts'
import { placeOf, type Scope } from './scope.ts'
import { readTranscript } from './transcript.ts'
import type { Block } from './types.ts'

const languages = ['console', 'bash', 'c', 'json', 'yaml', 'ini', 'diff', 'text']

/** A fenced block, coloured. */
export const readCode = (node: Code, scope: Scope): Block => {
  const { report, context, source } = scope
  const place = placeOf(node)
  const raw = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  const fence = /^(`{3,}|~{3,})/.exec(raw)?.[0]
  const text = node.value.replace(/\r\n|\r/g, '\n')
  if (fence === undefined) report(place, 'code-indented', `${quoted(text)} is indented so far that it counts as code.`)
  else if (
    !raw.includes('\n') ||
    !(raw.split('\n').at(-1) ?? '')
      .trim()
      .replace(/^[>\s]+/, '')
      .startsWith(fence)
  )
    report(place, 'code-unclosed', 'The code has no end.')
  const lang = node.lang ?? ''
  if (fence !== undefined && !languages.includes(lang))
    report(place, 'code-language', lang === '' ? 'The code names no language.' : `${quoted(lang)} is no language of ours.`)
  if (node.meta && !(lang === 'console' && node.meta === 'lab'))
    report(place, 'code-language', `${quoted(node.meta)} after the language means nothing.`)
  const runs = lang === 'console' ? readTranscript(text) : context.highlight(text, lang === '' ? 'text' : lang)
  return { tag: 'code', lang: lang === '' ? 'text' : lang, ran: lang === 'console' && node.meta === 'lab', runs }
}
