/** Compiled schemas: those of the build where they are up to date, else compiled when needed, with what they refer to. */
import { createRequire } from 'node:module'
import type { CodeOptions } from 'ajv'
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import type { FormatsPlugin } from 'ajv-formats'
import { digestOf, type EntryRule, readSchema, referencesOf, takeListApart } from './files.ts'

/** A compiled schema. Calling it never throws; it answers the violations, none when the value conforms. */
export interface CompiledSchema {
  name: string
  /** Where the entries are that have to be checked one by one with the schema of that name. */
  list?: EntryRule
  /** Every violation, or only the first: the first is enough where a hostile value could yield millions. */
  violations(value: unknown, how: 'all' | 'first'): ErrorObject[]
}

/** Longer texts cannot be times, and the format function splits what it is given. */
export const LONGEST_TIME = 64
/** Nearly every time that is one, known at a glance: what a format function finds out bit by bit. */
export const PLAIN_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

// Required when needed, not imported: loading Ajv takes longer than compiling a schema, and a run without answers has no use for it.
const require = createRequire(import.meta.url)
const compiled = new Map<string, CompiledSchema | undefined>()
const compilers = new Map<'all' | 'first', Ajv2020>()

/** The compiled schema with this name, or undefined when there is no such file. */
export function compileSchema(name: string): CompiledSchema | undefined {
  if (!compiled.has(name)) compiled.set(name, prepare(name))
  return compiled.get(name)
}

function prepare(name: string): CompiledSchema | undefined {
  const schema = readSchema(name)
  if (!schema) return undefined
  const { shell, list } = takeListApart(name, schema)
  const functions: { all?: ValidateFunction; first?: ValidateFunction } = {}
  return {
    name,
    ...(list ? { list } : {}),
    violations(value, how) {
      functions[how] ??= validatorOf(name, shell, how)
      const validate = functions[how]
      return validate(value) ? [] : (validate.errors ?? [])
    },
  }
}

function validatorOf(name: string, shell: object, how: 'all' | 'first'): ValidateFunction {
  const built = how === 'all' && isCurrent(name) ? precompiled()?.validators[name] : undefined
  if (built) return built
  let ajv = compilers.get(how)
  if (!ajv) {
    ajv = compiler(how === 'all')
    compilers.set(how, ajv)
  }
  addReferences(ajv, name)
  return ajv.getSchema(idOf(name)) ?? ajv.addSchema(shell, idOf(name)).getSchema(idOf(name)) ?? missing(name)
}

/** Makes the schemas known that this one refers to. Only lists are taken apart, and nothing refers to those. */
function addReferences(ajv: Ajv2020, name: string): void {
  for (const other of referencesOf(name, readSchema(name) ?? {})) {
    if (ajv.schemas[idOf(other)]) continue
    ajv.addSchema(readSchema(other) ?? missing(other), idOf(other))
    addReferences(ajv, other)
  }
}

/** What the build has made of the schemas (helpers/schema/precompile.ts). */
interface Precompiled {
  validators: Record<string, ValidateFunction>
  /** Of each schema that went into it. */
  digests: Record<string, string>
}

let built: Precompiled | null | undefined

/** Undefined in the source tree, which has not been built. */
function precompiled(): Precompiled | undefined {
  if (built === undefined) {
    try {
      built = require('./precompiled.cjs') as Precompiled
    } catch {
      built = null
    }
  }
  return built ?? undefined
}

const current = new Map<string, boolean>()

/** Whether the schema, and all that it refers to, are those of the build. */
function isCurrent(name: string): boolean {
  let known = current.get(name)
  if (known === undefined) {
    // Schemas may refer to one another in a circle.
    current.set(name, true)
    known =
      precompiled()?.digests[name] === digestOf(name) &&
      referencesOf(name, readSchema(name) ?? {}).every((other) => isCurrent(other))
    current.set(name, known)
  }
  return known
}

/**
 * A compiler with the suite's options.
 * @param allErrors whether every violation is named, or only the first
 * @param code further options of the generated code
 */
export function compiler(allErrors: boolean, code: CodeOptions = {}): Ajv2020 {
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
  const formats = require('ajv-formats') as FormatsPlugin
  const ajv = new Ajv2020({
    strict: true,
    allErrors,
    verbose: true,
    // A test holds the files against the meta-schema; compiling that one costs more than all of ours.
    validateSchema: false,
    meta: false,
    // Together about a fifth less time to compile, for the same speed afterwards.
    inlineRefs: false,
    code: { optimize: false, ...code },
  })
  const isTime = formats.get('date-time') as { validate: (text: string) => boolean }
  ajv.addFormat(
    'date-time',
    (text: string) => text.length > LONGEST_TIME || PLAIN_TIME.test(text) || isTime.validate(text),
  )
  return ajv
}

/** The id of a schema, or its name. */
export function idOf(name: string): string {
  return (readSchema(name)?.$id as string | undefined) ?? name
}

function missing(name: string): never {
  throw new Error(`the schema ${name} is missing`)
}
