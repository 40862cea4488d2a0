import { createCompiler } from '../../../src/build/content/compileFolder.ts'
import type { Topic } from '../../../src/core/content/types.ts'
import type { Lang } from './test.ts'

const compile = createCompiler('content')
/** Compiling all that is taught takes seconds: once is enough for the tests that a process runs. */
let compiled: ReturnType<typeof compile> | undefined

/** The topics of the app under test, in one language. */
export const topicsIn = async (lang: Lang): Promise<readonly Topic[]> => {
  compiled ??= compile()
  const { topics } = await compiled
  return topics.flatMap(({ parts }) => parts[lang]?.topic ?? [])
}
