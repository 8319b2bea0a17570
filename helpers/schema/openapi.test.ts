import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { openApiDescription, type SchemaObject } from './files.ts'

const description = openApiDescription()
const paths = description.paths as Record<string, Record<string, SchemaObject>>
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

/** Every value of a member of that name, wherever it stands. */
function valuesOf(member: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === member ? [inner] : []),
    ...valuesOf(member, inner),
  ])
}

function at(pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, member) => (value as SchemaObject | undefined)?.[member], description)
}

describe('the OpenAPI description', () => {
  test('points nowhere but to its own parts', () => {
    const references = valuesOf('$ref', description).map(String)
    expect(references.length).toBeGreaterThan(20)
    expect(references.filter((one) => !one.startsWith('#/') || at(one.slice(1)) === undefined)).toEqual([])
  })

  test('names each operation once, with every parameter of its path', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, operation } of operations) {
      const parameters = (operation.parameters ?? []) as { name: string; in: string; required: boolean }[]
      const inPath = parameters.filter((one) => one.in === 'path')
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(inPath.every(({ required }) => required)).toBe(true)
    }
  })

  test('says what every answer means, and how callers show who they are', () => {
    const schemes = Object.keys((description.components as { securitySchemes: SchemaObject }).securitySchemes)
    for (const { operation } of operations) {
      const responses = Object.entries(operation.responses as Record<string, { description: string }>)
      expect(responses.map(([status]) => status)).toEqual(expect.arrayContaining(['401']))
      expect(responses.every(([status, one]) => /^[1-5]\d\d$/.test(status) && one.description !== '')).toBe(
        true,
      )
      const used = (operation.security as SchemaObject[]).flatMap((one) => Object.keys(one))
      expect(used.every((name) => schemes.includes(name))).toBe(true)
    }
  })

  test('marks what no document mentions, and nothing else', () => {
    const marked = operations.filter(({ operation }) => operation['x-tier'] === 'public')
    expect(marked.map(({ path, method }) => `${method} ${path}`)).toEqual([
      'patch /v3/users/{userId}',
      'get /v3/me',
    ])
    const parameters = operations.flatMap(({ operation }) => (operation.parameters ?? []) as SchemaObject[])
    const names = parameters.filter((one) => one['x-tier'] === 'public').map(({ name }) => name)
    expect([...new Set(names)]).toEqual(['Idempotency-Key'])
    expect(valuesOf('tier', description)).toEqual([])
  })

  test('has components with permitted names that compile as JSON Schema', () => {
    const ajv = new Ajv2020({ strict: false })
    ajvFormats.default(ajv)
    ajv.addSchema(description, 'description')
    const { schemas } = description.components as { schemas: Record<string, SchemaObject> }
    for (const name of Object.keys(schemas)) {
      expect(name).toMatch(/^[a-zA-Z0-9._-]+$/)
      expect(ajv.compile({ $ref: `description#/components/schemas/${name}` })).toBeTypeOf('function')
    }
  })

  test('tells a documented answer from another one', () => {
    const ajv = new Ajv2020({ strict: false })
    ajvFormats.default(ajv)
    ajv.addSchema(description, 'description')
    const isError = ajv.compile({ $ref: 'description#/components/schemas/v1.get-user.404' })
    expect(isError({ error: 'not_found', message: 'Nobody' })).toBe(true)
    expect(isError({ message: 'Nobody' })).toBe(false)
  })
})
