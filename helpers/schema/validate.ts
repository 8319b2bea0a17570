/** Compares the body of an answer with the documented shape and says where it differs. */
import type { ErrorObject } from 'ajv/dist/2020.js'
import { FaultlessLists } from '../lists/list-changes.ts'
import { inOneGo, type Steps } from '../lists/time-slicing.ts'
import { type CompiledSchema, compileSchema } from './compile.ts'
import { Findings, pointerOf, type ShapeFinding } from './findings.ts'

export type { ShapeFinding } from './findings.ts'

/** A body with more values than this (list entries not counted) is hostile or odd: its first violation is enough. */
const MANY_VALUES = 2_000

/**
 * Checks a parsed body (`undefined`: there was none, or it was no JSON; whether there may be none is for the contract to say) against `schemas/<name>.schema.json`
 * and, where it exists, `schemas/<name>.recommended.schema.json`; `name` is e.g. `v3/list-users.200`.
 * Answers the violations, musts first, at most 50 of each level and 3 of the same member in a list.
 * Throws only when there is no schema of that name.
 */
export function validateShape(name: string, body: unknown): ShapeFinding[] {
  return inOneGo(shapeOf(name, body))
}

/** The same step by step, for bodies with long lists. */
export function* shapeOf(name: string, body: unknown): Steps<ShapeFinding[]> {
  const shape = compileSchema(name)
  if (!shape) throw new Error(`there is no schema named ${JSON.stringify(name)}`)
  const recommended = compileSchema(`${name}.recommended`)
  const findings = new Findings()
  const list = listIn(body, shape.list?.path)
  compare(shape, recommended, body, '', findings, list)
  if (list && shape.list) {
    const entry = compileSchema(shape.list.name)
    const recommendedEntry = recommended?.list && compileSchema(recommended.list.name)
    const base = `/${shape.list.path.join('/')}/`
    if (entry) yield* compareEntries(entry, recommendedEntry, list, base, findings)
  }
  return [...findings.of('must'), ...findings.of('should')]
}

/** Lists whose entries violate nothing, by their shape: a long list is read several times, and hardly changes. */
const faultless = new WeakMap<CompiledSchema, FaultlessLists>()

/** So many entries are compared in one step. */
const STEP = 50

function* compareEntries(
  entry: CompiledSchema,
  recommended: CompiledSchema | undefined,
  list: unknown[],
  base: string,
  findings: Findings,
): Steps<void> {
  const known = faultless.get(entry) ?? new FaultlessLists()
  faultless.set(entry, known)
  let areSound = true
  let looked = 0
  for (const index of known.toLookAt(list)) {
    if (!compare(entry, recommended, list[index], base + index, findings)) areSound = false
    if (++looked % STEP === 0) yield
  }
  if (areSound) known.add(list)
}

/** Notes the violations of one value; a recommendation adds nothing where the shape itself is violated. @returns whether there are none */
function compare(
  shape: CompiledSchema,
  recommended: CompiledSchema | undefined,
  value: unknown,
  base: string,
  findings: Findings,
  list?: unknown[],
): boolean {
  const how = hasManyValues(value, list) ? 'first' : 'all'
  const violations = violationsOf(shape, value, how)
  for (const [pointer, violation] of violations) findings.note('must', shape.name, base, pointer, violation)
  if (!recommended) return violations.size === 0
  const others = violationsOf(recommended, value, how)
  for (const [pointer, violation] of others) {
    if (!violations.has(pointer)) findings.note('should', recommended.name, base, pointer, violation)
  }
  return violations.size === 0 && others.size === 0
}

const NONE: ReadonlyMap<string, ErrorObject> = new Map()

/** One violation at each place: the last, because what an operation adds comes after what it builds on. */
function violationsOf(
  shape: CompiledSchema,
  value: unknown,
  how: 'all' | 'first',
): ReadonlyMap<string, ErrorObject> {
  const errors = shape.violations(value, how)
  if (errors.length === 0) return NONE
  // The keyword `if` says only that one of the violations beside it stands in a conditional part.
  return new Map(errors.filter(({ keyword }) => keyword !== 'if').map((error) => [pointerOf(error), error]))
}

function listIn(body: unknown, path: string[] | undefined): unknown[] | undefined {
  let value = path && body
  for (const member of path ?? []) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return undefined
    value = (value as Record<string, unknown>)[member]
  }
  return Array.isArray(value) ? value : undefined
}

/** Stops counting as soon as the answer is known; a list that is checked entry by entry does not count. */
function hasManyValues(value: unknown, list: unknown[] | undefined): boolean {
  const open = [value]
  for (let seen = 0; open.length > 0; seen++) {
    if (seen > MANY_VALUES) return true
    const next = open.pop()
    if (typeof next !== 'object' || next === null || next === list) continue
    if (Array.isArray(next) && next.length > MANY_VALUES) return true
    for (const inner of Object.values(next)) {
      if (open.length > MANY_VALUES) return true
      open.push(inner)
    }
  }
  return false
}
