declare module 'nspell' {
  export default function nspell(
    affixes: Buffer,
    words: Buffer,
  ): { readonly correct: (word: string) => boolean; readonly add: (word: string) => void }
}
declare module 'textlint-rule-*' {
  type Rule = import('@textlint/kernel').TextlintKernelRule['rule']
  const rule: Rule | { readonly default: Rule }
  export default rule
}
