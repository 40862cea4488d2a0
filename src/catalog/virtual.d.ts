declare module 'virtual:catalogue' {
  const fetchCatalogue: () => Promise<import('../core/content/catalogueForm.ts').PackedCatalogue>
  export default fetchCatalogue
}

declare module 'virtual:topics' {
  type Topic = import('../core/content/types.ts').Topic
  type Lang = import('../core/content/types.ts').Lang
  const topics: Readonly<Record<Lang, Readonly<Record<string, () => Promise<{ readonly default: Topic }>>>>>
  export default topics
}
