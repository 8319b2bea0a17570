/** Whether a report is in the form that its schema describes. */
import { createRequire } from 'node:module'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import type { FormatsPlugin } from 'ajv-formats'
import { compiler } from '../../helpers/schema/compile.ts'
import { readSchema } from '../../helpers/schema/files.ts'
import { printable } from '../../helpers/text/printable.ts'
import type { Contradiction } from '../../report/verify/contradiction.ts'

const require = createRequire(import.meta.url)
let compiled: ValidateFunction | undefined

/** So many violations are named. */
const MOST = 10

export function violationsOfSchema(report: unknown): Contradiction[] {
  compiled ??= compile()
  if (compiled(report)) return []
  return (compiled.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .slice(0, MOST)
    .map(({ instancePath, message }) => ({
      place: `report.json${instancePath}`,
      says: `it is not as the schema says: ${printable(message ?? '', 120)}`,
    }))
}

function compile(): ValidateFunction {
  const ajv = compiler(true)
  const formats = require('ajv-formats') as FormatsPlugin
  formats(ajv, ['date'])
  return ajv.compile(readSchema('report') ?? {})
}
