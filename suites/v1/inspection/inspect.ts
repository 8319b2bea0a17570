/**
 * Looks at every answer of a v1 run as it arrives and notes what it shows, charged to its operation.
 * What a body must look like stands in `schemas/v1/`; what a list must keep beyond that, in `inspect-list.ts`.
 */

import { validateShape } from '../../../helpers/schema/validate.ts'
import type { Inspections } from '../../../helpers/suite/inspections.ts'
import { type Finding, must, should } from '../../../helpers/suite/matchers/adapter.ts'
import { type Answer, mediaType, shownMediaType, succeeded } from '../../../model/answer.ts'
import type { ListQuery } from '../client/caller.ts'
import { isSound, listFacets, withoutRanges } from './inspect-list.ts'
import { nameFindings } from './inspect-names.ts'

/** What success looks like: the documented status, the facet that asks for it, and the body's schema. */
const SUCCESS: Record<string, { status: number; facet: string; schema?: string }> = {
  'GET /api/v1/users': { status: 200, facet: 'status-200', schema: 'v1/list-users.200' },
  'GET /api/v1/users/{id}': { status: 200, facet: 'status-200', schema: 'v1/get-user.200' },
  'POST /api/v1/users': { status: 201, facet: 'status-201', schema: 'v1/create-user.201' },
  'DELETE /api/v1/users/{id}': { status: 204, facet: 'status-204' },
}

/** The documented refusals: facet and schema of their bodies. */
const REFUSALS: Record<string, { facet: string; schema: string }> = {
  'POST /api/v1/users 400': { facet: 'invalid-error', schema: 'v1/create-user.400' },
  'POST /api/v1/users 409': { facet: 'conflict-error', schema: 'v1/create-user.409' },
  'GET /api/v1/users/{id} 404': { facet: 'not-found-error', schema: 'v1/get-user.404' },
  'DELETE /api/v1/users/{id} 404': { facet: 'not-found-error', schema: 'v1/delete-user.404' },
  'DELETE /api/v1/users/{id} 403': { facet: 'forbidden-error', schema: 'v1/delete-user.403' },
}

export class V1Inspector {
  readonly #inspections: Inspections
  readonly #mask: (text: string) => string
  readonly #names = new Map<string, boolean>()

  /** @param mask takes secrets out of what is quoted */
  constructor(inspections: Inspections, mask: (text: string) => string) {
    this.#inspections = inspections
    this.#mask = mask
  }

  /** Says whether a user of the run was given a name: then it has one, and else it needs none. */
  expectName(email: string, named: boolean): void {
    this.#names.set(email.toLowerCase(), named)
  }

  /** Notes what an answer shows. @param known whether the target must know the caller */
  inspect(answer: Answer, known: boolean): void {
    const { operation } = answer.exchange
    this.#note(
      answer,
      'no-server-error',
      answer.status >= 500 ? [must('no server error', `status ${answer.status}`)] : [],
    )
    if (!known) this.#inspectUndocumented(answer, 'v1/unauthorized')
    else if (succeeded(answer)) this.#inspectSuccess(answer)
    else if (answer.status >= 400) {
      const refusal = REFUSALS[`${operation} ${answer.status}`]
      if (refusal) this.#inspectBody(answer, refusal.schema, refusal.facet)
      else this.#inspectUndocumented(answer, 'v1/undocumented-error')
    } else {
      this.#note(answer, 'no-server-error', [must('a documented status', `status ${answer.status}`)])
    }
  }

  /** The same for a list, which must also fit what was asked for. */
  inspectList(answer: Answer, query: ListQuery, known: boolean): void {
    this.inspect(answer, known)
    if (!known) return
    for (const [facet, findings] of listFacets(answer, query)) this.#note(answer, facet, findings)
    // A page that others have emptied meanwhile is past the end, and may be answered with 404.
    const mayBePastTheEnd = answer.status === 404 && Number(query.page) > 1
    if (succeeded(answer) || !isSound(query) || mayBePastTheEnd) return
    const refused = [must('status 200 for a valid request', `status ${answer.status}`)]
    this.#note(answer, 'status-200', refused)
    if (query.status !== undefined) this.#note(answer, 'status-filter', refused)
  }

  /** Notes that a valid request by somebody who may was not served. */
  deniedWrongly(answer: Answer): void {
    const success = SUCCESS[answer.exchange.operation]
    if (!success || succeeded(answer)) return
    const findings = [must(`status ${success.status} for a valid request`, `status ${answer.status}`)]
    this.#note(answer, success.facet, findings)
  }

  #inspectSuccess(answer: Answer): void {
    const success = SUCCESS[answer.exchange.operation]
    if (!success) return
    const { status, facet, schema } = success
    this.#note(
      answer,
      facet,
      answer.status === status ? [] : [must(`status ${status}`, `status ${answer.status}`)],
    )
    if (schema === undefined) {
      const bytes = answer.exchange.response?.body.bytes ?? 0
      this.#note(answer, 'no-body', bytes === 0 ? [] : [must('no body', `a body of ${bytes} bytes`)])
    } else if (answer.status === status) this.#inspectBody(answer, schema, 'shape')
  }

  /** A body that the page documents: JSON, and of that shape. */
  #inspectBody(answer: Answer, schema: string, facet: string): void {
    const empty = answer.empty
    if (!empty) {
      const type = mediaType(answer)
      const right = type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type)
      const findings = right ? [] : [must('content-type application/json', shownMediaType(answer))]
      if (answer.json === undefined) findings.push(must('a JSON body', 'a body that is no JSON', ''))
      this.#note(answer, 'json', findings)
    }
    if (answer.json === undefined) {
      this.#note(answer, facet, [must('a JSON body', empty ? 'no body' : 'a body that is no JSON', '')])
      return
    }
    const deviations = withoutRanges(answer, validateShape(schema, answer.json, this.#mask))
    const names = facet === 'shape' ? nameFindings(answer, this.#names) : []
    const settled = new Set(names.map(({ pointer }) => pointer))
    const musts = [...deviations, ...names].filter(isMust)
    const shoulds = deviations.filter((one) => !isMust(one) && !settled.has(one.pointer))
    this.#note(answer, facet, musts)
    this.#note(answer, facet === 'invalid-error' ? 'invalid-word' : 'recommended-shape', shoulds)
  }

  /** A body that no page documents: anything will do, though the form of the others is wished. */
  #inspectUndocumented(answer: Answer, schema: string): void {
    if (succeeded(answer)) return
    if (answer.json !== undefined)
      this.#note(answer, 'recommended-shape', validateShape(schema, answer.json, this.#mask))
    else if (!answer.empty)
      this.#note(answer, 'recommended-shape', [should('a JSON body', 'a body that is no JSON', '')])
  }

  #note(answer: Answer, facet: string, findings: Finding[]): void {
    this.#inspections.note(answer.exchange.operation, facet, answer.exchange.id, findings)
  }
}

function isMust({ level }: Finding): boolean {
  return level === 'must'
}
