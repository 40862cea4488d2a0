import { type CompiledFolder, createCompiler } from '../../src/build/content/compileFolder.ts'

let compiled: Promise<CompiledFolder> | undefined

/** What is really taught, compiled once for all tests that look at it. */
export const realContent = (): Promise<CompiledFolder> => {
  compiled ??= createCompiler('content')()
  return compiled
}
