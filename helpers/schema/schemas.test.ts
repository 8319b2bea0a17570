/** The schema files themselves: valid, described, open to further members, and of use without our code. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../text/package-root.ts'
import type { SchemaObject } from './files.ts'

const folder = join(packageRoot(), 'schemas')
const names = ['v1', 'v3'].flatMap((contract) =>
  readdirSync(join(folder, contract)).map((file) => `${contract}/${file}`),
)
const schemas = new Map(
  names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as SchemaObject]),
)

/** Calls `look` with every object in a schema and the keyword or member that holds it. */
function walk(
  value: unknown,
  look: (part: SchemaObject, holder: string, key: string) => void,
  holder = '',
  key = '',
): void {
  if (typeof value !== 'object' || value === null) return
  look(value as SchemaObject, holder, key)
  for (const [inner, part] of Object.entries(value)) walk(part, look, key, inner)
}

test('every file is a schema', () => {
  expect(names.length).toBeGreaterThan(40)
  expect(names.filter((name) => !name.endsWith('.schema.json'))).toEqual([])
})

test('the README names every file', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  const stems = names.map((name) => name.slice(3).replace(/(\.recommended)?\.schema\.json$/, ''))
  expect(stems.filter((stem) => !readme.includes(`${stem}\``))).toEqual([])
})

describe.each([...schemas])('%s', (name, schema) => {
  test('is valid draft 2020-12 and says who it is', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.$id).toBe(`https://users-api-conformance.example/schemas/${name}`)
    const ajv = new Ajv2020()
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true)
  })

  test('has a title, and a description on itself and on every member', () => {
    expect(schema.title).toEqual(expect.any(String))
    expect(schema.description).toEqual(expect.any(String))
    const silent: string[] = []
    walk(schema, (part, holder, key) => {
      const described =
        ['properties', '$defs'].includes(holder) || ['items', 'additionalProperties'].includes(key)
      if (described && !('$ref' in part && key === 'items') && !part.description) silent.push(key)
    })
    expect(silent).toEqual([])
  })

  test('closes nothing and refers only to files beside it', () => {
    const references: string[] = []
    walk(schema, (part) => {
      expect(part.additionalProperties).not.toBe(false)
      expect(part).not.toHaveProperty('unevaluatedProperties')
      if (typeof part.$ref === 'string') references.push(part.$ref)
    })
    const contract = name.slice(0, 3)
    for (const reference of references) {
      expect(reference).toMatch(/^[\w.-]+\.schema\.json(#\/\$defs\/\w+)?$/)
      expect(schemas.has(contract + reference.split('#')[0])).toBe(true)
    }
  })

  test('compiles in a strict validator that is given nothing but the files', () => {
    const ajv = new Ajv2020({ strict: true, schemas: [...schemas.values()] })
    formats.default(ajv, ['date-time'])
    expect(ajv.getSchema(schema.$id as string)).toEqual(expect.any(Function))
  })
})
