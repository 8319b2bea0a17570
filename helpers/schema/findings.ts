/** Turns violations of schemas into findings, a few of each kind. */
import type { ErrorObject } from 'ajv/dist/2020.js'
import { type Finding, quote, type Told } from '../../model/finding.ts'
import { escapeName } from '../secrets/excerpt.ts'
import { expectedBy } from './expected.ts'
import type { SchemaObject } from './files.ts'

/** One way in which a body differs from the documented shape; a missing member has a pointer, too. */
export type ShapeFinding = Finding & { pointer: string }

/** A list in which every entry is wrong at the same member says so this often. */
const MOST_PER_MEMBER = 3
/** A map in which every member is wrong in the same way says so this often. */
const MOST_PER_RULE = 15
const MOST_PER_LEVEL = 50

/** Collects deviations so that many of one kind never hide one of another. */
export class Findings {
  readonly #counts = new Map<string, number>()
  readonly #found: { deviation: ShapeFinding; nth: number }[] = []

  /** Those of one level in the order of the body; where there are too many, the first ones of every member. */
  of(level: ShapeFinding['level']): ShapeFinding[] {
    const found = this.#found.filter(({ deviation }) => deviation.level === level)
    if (found.length > MOST_PER_LEVEL) found.sort((a, b) => a.nth - b.nth)
    return found.slice(0, MOST_PER_LEVEL).map(({ deviation }) => deviation)
  }

  /** Notes a violation of the schema `name` at `pointer` of a value that stands at `base` of the body. */
  note(
    level: ShapeFinding['level'],
    name: string,
    base: string,
    pointer: string,
    violation: ErrorObject,
  ): void {
    const nth = this.#count(`${name} member ${pointer}`)
    if (nth > MOST_PER_MEMBER) return
    if (this.#count(`${name} rule ${violation.schemaPath}`) > MOST_PER_RULE) return
    const deviation: ShapeFinding = {
      level,
      pointer: base + pointer,
      expected: expectedIn(violation, name),
      actual: actualIn(violation),
    }
    this.#found.push({ deviation, nth })
  }

  #count(kind: string): number {
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    return count
  }
}

function actualIn({ keyword, data }: ErrorObject): Told {
  if (keyword === 'required') return 'missing'
  if (keyword === 'maxItems') return `${(data as unknown[]).length} entries`
  return data === undefined ? 'no JSON body' : quote(data)
}

/** JSON pointer of the member that is at fault or missing, within the value that was checked. */
export function pointerOf({ keyword, instancePath, params }: ErrorObject): string {
  if (keyword !== 'required') return instancePath
  return `${instancePath}/${escapeName(params.missingProperty)}`
}

function expectedIn({ keyword, params, parentSchema }: ErrorObject, name: string): string {
  const part: SchemaObject = parentSchema ?? {}
  if (keyword === 'maxItems') return `at most ${params.limit} entries`
  if (keyword !== 'required') return expectedBy(part, name)
  const members = part.properties as Record<string, SchemaObject> | undefined
  return expectedBy(members?.[params.missingProperty] ?? {}, name)
}
