import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { hostileReport } from '../tests/report/hostile.ts'
import { failingReport, passingReport, unreachableReport } from '../tests/report/sample.ts'
import { jsonReport } from './json.ts'

const schema: unknown = JSON.parse(
  await readFile(new URL('../schemas/report.schema.json', import.meta.url), 'utf8'),
)

/** The schema as it would be if it allowed nothing that it does not describe. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed)
  if (typeof part !== 'object' || part === null) return part
  const copy = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closed(value)]))
  return 'properties' in copy && !('additionalProperties' in copy)
    ? { ...copy, additionalProperties: false }
    : copy
}

function compile(source: unknown) {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats.default(ajv)
  return ajv.compile(source as object)
}

describe('report.json', () => {
  test.each([
    ['a passing run', passingReport],
    ['a failing run', failingReport],
    ['an unreachable target', unreachableReport],
    ['a hostile target', hostileReport],
  ])('of %s is what its schema describes, and nothing beside', (_, report) => {
    const validate = compile(closed(schema))
    validate(JSON.parse(jsonReport(report())))
    expect(validate.errors).toBeNull()
  })

  test('is refused by the schema when a part is missing or of another kind', () => {
    const validate = compile(schema)
    const { summary: _, ...rest } = passingReport()
    expect(validate(rest)).toBe(false)
    expect(validate({ ...passingReport(), verdict: 'fine' })).toBe(false)
    expect(validate({ ...passingReport(), schemaVersion: '2.0' })).toBe(false)
  })

  test('may grow: readers of the schema accept further members', () => {
    expect(compile(schema)({ ...passingReport(), further: true })).toBe(true)
  })

  test('says nothing but what the report holds, halves of surrogate pairs included', () => {
    expect(JSON.parse(jsonReport(hostileReport()))).toEqual(hostileReport())
    // The absence is looked for: to match a text of megabytes from end to end may use up the stack.
    expect(jsonReport(hostileReport())).not.toMatch(/[\ud800-\udfff]/u)
  })
})
