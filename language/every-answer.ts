/**
 * Requirements that are judged from every answer of their operation, whichever check or clean-up asked for it: each
 * answer is looked at once, when it arrives, and what it shows is noted under the requirement's slug.
 */

import { inOneGo, type Steps } from '../helpers/lists/time-slicing.ts'
import { shapeOf } from '../helpers/schema/validate.ts'
import type { Answer } from '../model/answer.ts'
import type { Asked } from '../model/asked.ts'
import { type Finding, must, should } from '../model/finding.ts'
import type { Inspections } from './inspections.ts'
import type { Reader } from './matchers/readers.ts'
import { type Part, partOf, type ShapePart } from './shape-part.ts'

/** Which shape the documents give an answer. */
export interface Documented {
  /** Name of the schema, e.g. `v3/list-users.200`. */
  schema: string
  /** Set where the documents leave the body open: it may be missing, or no JSON. */
  open?: true
  /** Set where the shape is that of other answers: what deviates from it is a matter of recommendation alone. */
  borrowed?: true
}

/** What one answer shows of a requirement: findings, none, or `undefined` where it is not about such an answer. */
export type Shown = Finding[] | undefined

/** Looks at one answer; step by step where a list may be long. */
export type Look = (answer: Answer, asked: Asked, documented: Documented | undefined) => Shown | Steps<Shown>

/** Keeps for a run what several looks share, under a name; `create` gives what stands there at first. */
export type Shared = <T>(name: string, create: () => T) => T

/** How a requirement is judged from every answer. */
export interface EveryAnswer {
  /** Its part of the documented shape. */
  shape?: ShapePart
  /** A rule of its own. Called once for a run and an operation: what comes back may remember what it saw. */
  look?: (shared: Shared) => Look
  /** What an answer shows that should have served a valid request, where that becomes known later. */
  denied?: (answer: Answer) => Finding[]
}

/** What a contract says of its answers. */
export interface AnswerReading extends Reader {
  /** The documented shape of an answer; undefined where there is none. */
  documented(answer: Answer, asked: Asked): Documented | undefined
  /** Whether an answer takes a long look, which is then taken beside whatever else goes on. */
  isLong?(answer: Answer): boolean
  /** Changes what a shape says where the run knows better. */
  adjust?(answer: Answer, deviations: Finding[], shared: Shared): Finding[]
}

/** A requirement on every answer, under its operation. */
export interface AnswerRule {
  operation: string
  slug: string
  everyAnswer: EveryAnswer
}

interface Rule {
  slug: string
  part: Part | undefined
  look: Look | undefined
  denied: EveryAnswer['denied']
}

/** Looks at the answers of one run of one contract. */
export class AnswerInspector {
  readonly #reading: AnswerReading
  readonly #inspections: Inspections
  readonly #rules = new Map<string, Rule[]>()
  readonly #shared = new Map<string, unknown>()

  constructor(rules: readonly AnswerRule[], reading: AnswerReading, inspections: Inspections) {
    this.#reading = reading
    this.#inspections = inspections
    for (const { operation, slug, everyAnswer } of rules) {
      const { shape, look, denied } = everyAnswer
      const rule: Rule = {
        slug,
        part: shape && partOf(shape, reading.at),
        look: look?.(this.shared),
        denied,
      }
      this.#rules.set(operation, [...(this.#rules.get(operation) ?? []), rule])
    }
  }

  /** What the looks of this run share. */
  readonly shared: Shared = <T>(name: string, create: () => T): T => {
    if (!this.#shared.has(name)) this.#shared.set(name, create())
    return this.#shared.get(name) as T
  }

  /** Notes what an answer shows; of a long one later, and settled with the inspections. */
  readonly inspect = (answer: Answer, asked: Asked = { known: true }): void => {
    const look = (): Steps<void> => this.#look(answer, asked)
    if (this.#reading.isLong?.(answer)) this.#inspections.later(look)
    else inOneGo(look())
  }

  /** Notes that a valid request by somebody who may was not served. */
  deniedWrongly(answer: Answer): void {
    for (const { slug, denied } of this.#rulesFor(answer))
      if (denied) this.#note(answer, slug, denied(answer))
  }

  #rulesFor({ exchange }: Answer): readonly Rule[] {
    return this.#rules.get(exchange.operation) ?? []
  }

  #note(answer: Answer, slug: string, findings: Finding[]): void {
    this.#inspections.note(answer.exchange.operation, slug, answer.exchange.id, findings, answer.json)
  }

  *#look(answer: Answer, asked: Asked): Steps<void> {
    const documented = this.#reading.documented(answer, asked)
    if (documented !== undefined) yield* this.#spread(answer, documented)
    for (const { slug, look } of this.#rulesFor(answer)) {
      const shown = look?.(answer, asked, documented)
      const findings = isSteps(shown) ? yield* shown : shown
      if (findings !== undefined) this.#note(answer, slug, findings)
    }
  }

  /** Validates a body and charges each deviation to the requirement whose part it lies in. */
  *#spread(answer: Answer, documented: Documented): Steps<void> {
    const hasBody = answer.json !== undefined
    const hasSomething = hasBody || !answer.empty || documented.open !== true
    const parts = this.#rulesFor(answer).filter(
      ({ part }) =>
        part?.covers(answer, hasSomething) === true &&
        (part.isRecommendation || documented.borrowed !== true),
    )
    const found = new Map<Rule, Finding[]>(parts.map((rule) => [rule, []]))
    for (const deviation of yield* this.#deviationsOf(answer, documented)) {
      const closest = closestTo(deviation, parts)
      if (closest) found.get(closest)?.push(deviation)
    }
    for (const [{ slug }, findings] of found) this.#note(answer, slug, findings)
  }

  *#deviationsOf(answer: Answer, { schema, open }: Documented): Steps<Finding[]> {
    if (answer.json === undefined) {
      if (open) return answer.empty ? [] : [should('an empty body or JSON', 'a body that is no JSON', '')]
      return [must('a JSON body', answer.empty ? 'no body' : 'a body that is no JSON', '')]
    }
    const deviations: Finding[] = yield* shapeOf(schema, answer.json)
    return this.#reading.adjust?.(answer, deviations, this.shared) ?? deviations
  }
}

/** The requirement whose part describes most closely where a deviation lies; what none claims is recommended only. */
function closestTo({ level, pointer = '' }: Finding, rules: readonly Rule[]): Rule | undefined {
  let closest: { rule: Rule; closeness: number } | undefined
  for (const asLevel of [level, 'should' as const]) {
    for (const rule of rules) {
      const closeness = rule.part?.closeness(asLevel, pointer)
      if (closeness !== undefined && closeness > (closest?.closeness ?? -1)) closest = { rule, closeness }
    }
    if (closest) return closest.rule
  }
  return undefined
}

function isSteps(shown: Shown | Steps<Shown>): shown is Steps<Shown> {
  return shown !== undefined && !Array.isArray(shown)
}
