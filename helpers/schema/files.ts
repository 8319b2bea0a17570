/** Reads the schema files, each at most once and only when it is needed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../text/package-root.ts'

/** A JSON Schema as its file has it. */
export type SchemaObject = { [keyword: string]: unknown }

/** What a schema that is a list says about its entries. */
export interface EntryRule {
  /** Members that lead from the body to the list, e.g. `['data', 'users']`. */
  path: string[]
  /** Name of the schema of one entry, e.g. `v3/user`. */
  name: string
}

const files = new Map<string, SchemaObject | undefined>()

/**
 * The schema with this name (folder and file without `.schema.json`, e.g. `v3/user`), or undefined
 * when there is no such file.
 */
export function readSchema(name: string): SchemaObject | undefined {
  if (!files.has(name)) {
    const file = join(packageRoot(), 'schemas', `${name}.schema.json`)
    files.set(name, existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SchemaObject) : undefined)
  }
  return files.get(name)
}

/** Names of all schemas of the contracts. */
export function schemaNames(): string[] {
  const root = join(packageRoot(), 'schemas')
  const contracts = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return contracts
    .flatMap(({ name: contract }) =>
      readdirSync(join(root, contract))
        .filter((file) => file.endsWith('.schema.json'))
        .map((file) => `${contract}/${file.replace(/\.schema\.json$/, '')}`),
    )
    .sort()
}

/** Every schema of the contracts by its name, e.g. `v3/user`; copies, which may be changed. */
export function allSchemas(): Record<string, SchemaObject> {
  return Object.fromEntries(schemaNames().map((name) => [name, structuredClone(readSchema(name) ?? {})]))
}

/** The OpenAPI 3.1 description of all contracts, with every shape in it. @throws Error when its file is missing */
export function openApiDescription(): SchemaObject {
  return JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'openapi.json'), 'utf8')) as SchemaObject
}

/** Tells one content of a schema from another. */
export function digestOf(name: string): string {
  return createHash('sha256')
    .update(JSON.stringify(readSchema(name) ?? null))
    .digest('hex')
}

/** Names of the schemas that this one refers to directly; `name` tells the folder. */
export function referencesOf(name: string, schema: SchemaObject): string[] {
  const names = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref' && typeof inner === 'string') names.add(referenceName(name, inner))
      else visit(inner)
    }
  }
  visit(schema)
  return [...names]
}

/** The schema part that a `$ref` inside the schema `name` points to; undefined when there is none. */
export function resolveReference(name: string, reference: string): SchemaObject | undefined {
  let part: unknown = readSchema(referenceName(name, reference))
  for (const member of reference.split('#/')[1]?.split('/') ?? []) {
    part = (part as SchemaObject | undefined)?.[member]
  }
  return part as SchemaObject | undefined
}

/**
 * Splits a schema that holds a list of referenced entries: into itself without the rule for entries,
 * and that rule, so that entries can be checked one by one.
 */
export function takeListApart(name: string, schema: SchemaObject): { shell: SchemaObject; list?: EntryRule } {
  const path = pathToList(schema)
  if (!path) return { shell: schema }
  const shell = structuredClone(schema)
  let holder = shell
  for (const member of path)
    holder = (holder.properties as Record<string, SchemaObject>)[member] as SchemaObject
  const reference = (holder.items as SchemaObject).$ref as string
  delete holder.items
  return { shell, list: { path, name: referenceName(name, reference) } }
}

function pathToList(schema: SchemaObject): string[] | undefined {
  if (typeof (schema.items as SchemaObject | undefined)?.$ref === 'string') return []
  for (const [member, inner] of Object.entries(schema.properties ?? {})) {
    const path = pathToList(inner as SchemaObject)
    if (path) return [member, ...path]
  }
  return undefined
}

/** All references are to a file in the same folder, with or without a fragment. */
function referenceName(from: string, reference: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  return folder + reference.split('#')[0]?.replace(/\.schema\.json$/, '')
}
