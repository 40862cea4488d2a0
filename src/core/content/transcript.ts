import type { CodeRun } from './types.ts'

/**
 * A terminal's record cut into prompts, commands and output. A command begins
 * after `$ ` or `# ` at the start of a line; it goes on over lines that end in
 * a backslash and over lines that the shell prompted for with `> `. The end of
 * a line belongs to what stands before it.
 */
export const readTranscript = (text: string): readonly CodeRun[] => {
  const runs: CodeRun[] = []
  const put = (kind: 'prompt' | 'command' | 'output', part: string) => {
    const last = runs.at(-1)
    if (part === '') return
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + part }
    else runs.push({ kind, text: part })
  }
  const lines = text.split('\n')
  let isCommand = false
  let goesOn = false
  for (const [index, line] of lines.entries()) {
    const end = index === lines.length - 1 ? '' : '\n'
    const prompt: string | undefined = /^[$#](?: |$)/.exec(line)?.[0] ?? (isCommand ? /^>(?: |$)/.exec(line)?.[0] : undefined)
    isCommand = prompt !== undefined || goesOn
    goesOn = isCommand && line.endsWith('\\')
    if (isCommand) {
      put('prompt', prompt ?? '')
      put('command', line.slice(prompt?.length ?? 0) + end)
    } else put('output', line + end)
  }
  return runs
}
