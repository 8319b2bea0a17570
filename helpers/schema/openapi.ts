/**
 * The documented operations of all contracts as one OpenAPI 3.1 description. The shapes are those of schemas/, bundled,
 * so that the description needs no other file; what is only recommended is left out of it.
 */
import { readSchema, referencesOf, type SchemaObject } from './files.ts'

/** A parameter in the path, the query or a header. */
export interface ParameterDescription {
  name: string
  in: 'path' | 'query' | 'header'
  description: string
  schema: SchemaObject
  /** Set where no document mentions it. */
  tier?: 'public'
}

/** An operation, as its page shows it. */
export interface OperationDescription {
  /** Method and path, e.g. `GET /v3/users/{userId}`. */
  operation: string
  operationId: string
  summary: string
  description: string
  parameters?: ParameterDescription[]
  /** What is sent; `required` where there must be a body. */
  body?: { required: boolean; schema: SchemaObject }
  /** What each status means, and the name of the shape of its body; without a name there is none. */
  responses: Record<string, { description: string; schema?: string }>
  /** Set where no document mentions the operation: readers that heed the documents alone leave it out. */
  tier?: 'public'
}

/** What a contract adds to the description. */
export interface ApiDescription {
  /** A word for each of its operations. */
  tag: string
  /** How callers show who they are: a name and a security scheme object. */
  security: [name: string, scheme: SchemaObject]
  operations: OperationDescription[]
}

/**
 * The description of these contracts.
 * @throws Error when a shape is named that has no file
 */
export function openApi(contracts: readonly ApiDescription[], version: string): SchemaObject {
  const paths: Record<string, SchemaObject> = {}
  for (const contract of contracts)
    for (const one of contract.operations) {
      const [method = '', path = ''] = one.operation.split(' ')
      paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(one, contract) }
    }
  const names = contracts.flatMap(({ operations }) =>
    operations.flatMap(({ responses }) => Object.values(responses).flatMap(({ schema }) => schema ?? [])),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Users APIs, as documented',
      summary: 'What users-api-conformance judges, as far as a description can say it.',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The target of a run.' }],
    tags: contracts.map(({ tag }) => ({ name: tag })),
    paths,
    components: {
      securitySchemes: Object.fromEntries(contracts.map(({ security }) => security)),
      schemas: Object.fromEntries([...withParts(names)].sort().map((name) => [keyOf(name), bundled(name)])),
    },
  }
}

function operationOf(
  { operationId, summary, description, parameters, body, responses, tier }: OperationDescription,
  { tag, security: [scheme] }: ApiDescription,
): SchemaObject {
  return {
    operationId,
    tags: [tag],
    ...tierOf(tier),
    summary,
    description,
    security: [{ [scheme]: [] }],
    ...(parameters === undefined ? {} : { parameters: parameters.map(parameterOf) }),
    ...(body === undefined
      ? {}
      : {
          requestBody: { required: body.required, content: { 'application/json': { schema: body.schema } } },
        }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [status, responseOf(response)]),
    ),
  }
}

function parameterOf({ tier, ...one }: ParameterDescription): SchemaObject {
  return { ...one, required: one.in === 'path', ...tierOf(tier) }
}

/** Whatever stands on public pages alone is marked by an extension. */
function tierOf(tier: 'public' | undefined): SchemaObject {
  return tier === undefined ? {} : { 'x-tier': tier }
}

function responseOf({ description, schema }: { description: string; schema?: string }): SchemaObject {
  if (schema === undefined) return { description }
  return { description, content: { 'application/json': { schema: { $ref: pointerTo(keyOf(schema)) } } } }
}

/** The names given, and those of all shapes that they are made of. */
function withParts(names: readonly string[]): Set<string> {
  const all = new Set<string>()
  const add = (name: string): void => {
    if (all.has(name)) return
    all.add(name)
    for (const part of referencesOf(name, schemaOf(name))) add(part)
  }
  for (const name of names) add(name)
  return all
}

/** A shape without its own name and dialect, its references turned into those of the description. */
function bundled(name: string): SchemaObject {
  const { $schema: _dialect, $id: _id, ...schema } = schemaOf(name)
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' ? referenceTo(inner, name, folder) : turned(inner),
      ]),
    )
  }
  return turned(schema) as SchemaObject
}

/** `user.schema.json#/$defs/x`, from within a folder, as a reference inside the description. */
function referenceTo(reference: string, from: string, folder: string): string {
  const [file = '', fragment = ''] = reference.split('#')
  const name = file === '' ? from : folder + file.replace(/\.schema\.json$/, '')
  return pointerTo(keyOf(name)) + fragment
}

function schemaOf(name: string): SchemaObject {
  const schema = readSchema(name)
  if (schema === undefined) throw new Error(`no schema ${name}`)
  return schema
}

/** Keys of components have no slash. */
function keyOf(name: string): string {
  return name.replaceAll('/', '.')
}

function pointerTo(key: string): string {
  return `#/components/schemas/${key}`
}
