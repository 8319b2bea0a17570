/**
 * Compiles all schemas into one file of plain functions, as a step of the build. Without it a run spends more time on
 * compiling a dozen schemas than on all it uses them for; with it, Ajv itself need not even be loaded.
 */
import { createRequire } from 'node:module'
import { compiler, idOf, LONGEST_TIME, PLAIN_TIME } from './compile.ts'
import { digestOf, readSchema, schemaNames, takeListApart } from './files.ts'

type Standalone = { default: typeof import('ajv/dist/standalone/index.js')['default'] }

/** The same times are refused as in a compiler that was made for one run (helpers/schema/compile.ts). */
const FORMATS = `const { fullFormats } = require('ajv-formats/dist/formats')
const plain = ${PLAIN_TIME}
const isTime = (text) => plain.test(text) || fullFormats['date-time'].validate(text)
const formats = { 'date-time': (text) => text.length > ${LONGEST_TIME} || isTime(text) }
`

/** The text of a CommonJS module that exports `Precompiled`. */
export function precompiledCode(): string {
  const require = createRequire(import.meta.url)
  const { default: standalone } = require('ajv/dist/standalone/index.js') as Standalone
  const { _ } = require('ajv') as typeof import('ajv')
  const ajv = compiler(true, { source: true, formats: _`formats` })
  const names = schemaNames()
  const exported: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    ajv.addSchema(takeListApart(name, readSchema(name) ?? {}).shell, idOf(name))
    exported[`validate_${index}`] = idOf(name)
  }
  const validators = names.map((name, index) => `  ${JSON.stringify(name)}: exports.validate_${index},`)
  const digests = names.map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(digestOf(name))},`)
  return [
    FORMATS,
    standalone(ajv, exported),
    `exports.validators = {\n${validators.join('\n')}\n}`,
    `exports.digests = {\n${digests.join('\n')}\n}\n`,
  ].join('\n')
}
