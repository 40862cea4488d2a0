/** The whole compiled catalogue as one JSON document: `npm run content:export [-- FOLDER]`. */
import { resolve } from 'node:path'
import { createCompiler } from '../src/build/content/compileFolder.ts'
import { exportContent } from '../src/build/content/exportContent.ts'
import { errorText } from '../src/build/content/frame.ts'

const compiled = await createCompiler(resolve(process.argv[2] ?? 'content'))()
if (compiled.errors.length === 0) console.log(JSON.stringify(exportContent(compiled), null, 2))
else {
  for (const error of compiled.errors) console.error(errorText(error))
  process.exitCode = 1
}
