/** What every v3 answer shows, facet by facet: the facets are the slugs of the closing requirements. */

import { FaultlessLists } from '../../../helpers/lists/list-changes.ts'
import { inOneGo, type Steps } from '../../../helpers/lists/time-slicing.ts'
import { shapeOf } from '../../../helpers/schema/validate.ts'
import type { Inspections } from '../../../helpers/suite/inspections.ts'
import type { Answer } from '../../../model/answer.ts'
import { asObject, mediaType, shownMediaType, succeeded } from '../../../model/answer.ts'
import type { Deviation } from '../../../model/report.ts'
import { userOf, usersOf, type V3User } from '../client/user.ts'
import { headerDeviations } from './headers.ts'
import { ListedIds } from './listed-ids.ts'

type Finding = Omit<Deviation, 'exchange'>

const successSchemas: Record<string, string> = {
  'GET /v3/users': 'v3/list-users.200',
  'GET /v3/users/{userId}': 'v3/get-user.200',
  'POST /v3/users': 'v3/invite-user.success',
  'DELETE /v3/users/{userId}': 'v3/remove-user.success',
}

/** A difference of more than this between two clocks is worth a warning. */
const CLOCK_TOLERANCE_MS = 10 * 60_000

/** So many entries of one list are named. */
const MOST_FINDINGS = 10

/** A list of more users takes a long look. */
const MANY_USERS = 1_000

/** Looks at answers as they arrive. */
export class V3Inspector {
  readonly #inspections: Inspections
  readonly #mask: (text: string) => string
  readonly #requestIds = new Map<string, string>()
  readonly #ids = new ListedIds()
  /** Lists of users whose times are in order. */
  readonly #ordered = new FaultlessLists()

  /** @param mask takes secrets out of what is quoted from a body */
  constructor(inspections: Inspections, mask: (text: string) => string) {
    this.#inspections = inspections
    this.#mask = mask
  }

  /** Notes every facet that the answer shows; those of a long list are noted later, and settle with the inspections. */
  inspect(answer: Answer): void {
    const operation = answer.exchange.operation
    const note = (facet: string, findings: Finding[]): void =>
      this.#inspections.note(operation, facet, answer.exchange.id, findings)
    note('no-server-error', answer.status >= 500 ? [must('no server error', `status ${answer.status}`)] : [])
    const look = () => this.#inspectShape(answer, note)
    if ((usersOf(answer)?.length ?? 0) > MANY_USERS) this.#inspections.later(look)
    else inOneGo(look())
    this.#inspectMeta(answer, note)
    note('response-headers', headerDeviations(answer))
  }

  *#inspectShape(answer: Answer, note: (facet: string, findings: Finding[]) => void): Steps<void> {
    const operation = answer.exchange.operation
    const empty = answer.empty
    if (!empty && answer.status !== 401) {
      const type = mediaType(answer)
      const right = type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type)
      note('media-type', right ? [] : [must('content-type application/json', shownMediaType(answer))])
    }
    if (succeeded(answer)) {
      if (operation === 'DELETE /v3/users/{userId}') {
        yield* this.#inspectRemoval(answer, note)
        return
      }
      if (operation === 'GET /v3/users') yield* this.#inspectUniqueness(answer, note)
      yield* this.#spread(answer, successSchemas[operation] ?? '', note)
      yield* this.#inspectOrder(answer, note)
    } else if (answer.status === 401) {
      if (!empty) yield* this.#spread(answer, 'v3/unauthorized', note)
      else note('error-shape', [])
    } else if (answer.status >= 400) {
      yield* this.#spread(answer, 'v3/error-answer', note)
    } else {
      note('no-server-error', [must('a documented status', `status ${answer.status}`)])
    }
  }

  /** A removal promises no body; an envelope with 200 is close enough for a warning. */
  *#inspectRemoval(answer: Answer, note: (facet: string, findings: Finding[]) => void): Steps<void> {
    if (answer.empty) {
      note('success-empty', [])
      return
    }
    const level = answer.status === 200 ? should : must
    note('success-empty', [level('no body', `a body of ${answer.exchange.response?.body.bytes} bytes`)])
    yield* this.#spread(answer, successSchemas[answer.exchange.operation] ?? '', note)
  }

  /** Validates a body and charges each deviation to the facet that its pointer lies in. */
  *#spread(answer: Answer, schema: string, note: (facet: string, findings: Finding[]) => void): Steps<void> {
    const refusal = !succeeded(answer)
    const found = new Map<string, Finding[]>()
    for (const facet of facetsOf(answer)) found.set(facet, [])
    const deviations =
      answer.json === undefined && answer.status !== 401
        ? [must('a JSON body', answer.empty ? 'no body' : 'a body that is no JSON', '')]
        : answer.json === undefined
          ? [should('an empty body or JSON', 'a body that is no JSON', '')]
          : yield* shapeOf(schema, answer.json, this.#mask)
    for (const deviation of deviations) {
      const facet = facetOf(deviation, refusal, answer.exchange.operation)
      found.set(facet, [...(found.get(facet) ?? []), deviation])
    }
    for (const [facet, findings] of found) note(facet, findings)
  }

  #inspectMeta(answer: Answer, note: (facet: string, findings: Finding[]) => void): void {
    const meta = asObject(asObject(answer.json)?.meta)
    if (!meta) return
    const { request_id: id, timestamp } = meta
    if (typeof id === 'string') {
      const earlier = this.#requestIds.get(id)
      this.#requestIds.set(id, answer.exchange.id)
      note(
        'request-id-unique',
        earlier === undefined
          ? []
          : [should('a request_id of its own', `the id of exchange ${earlier} again`, '/meta/request_id')],
      )
    }
    const time = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN
    if (!Number.isNaN(time)) {
      const off = Math.abs(time - answer.receivedAt)
      note(
        'timestamp-current',
        off <= CLOCK_TOLERANCE_MS
          ? []
          : [
              should(
                'the time of the answer',
                `a time ${Math.round(off / 60_000)} minutes off`,
                '/meta/timestamp',
              ),
            ],
      )
    }
  }

  *#inspectUniqueness(answer: Answer, note: (facet: string, findings: Finding[]) => void): Steps<void> {
    const users = usersOf(answer)
    if (!users) return
    const repeated = yield* this.#ids.repeatedIn(users, MOST_FINDINGS)
    const finding = (index: number) =>
      must('every user once', 'an id that stands further up too', `/data/users/${index}/id`)
    note('unique-ids', repeated.map(finding))
  }

  *#inspectOrder(answer: Answer, note: (facet: string, findings: Finding[]) => void): Steps<void> {
    const single = userOf(answer)
    const list = usersOf(answer)
    if (list) {
      const findings: Finding[] = []
      for (const index of this.#ordered.toLookAt(list)) {
        findings.push(...orderOf(list[index] ?? {}, `/data/users/${index}`))
        if (findings.length >= MOST_FINDINGS) break
        if (index % 500 === 0) yield
      }
      if (findings.length === 0) this.#ordered.add(list)
      note('timestamps-ordered', findings)
    } else if (single) note('timestamps-ordered', orderOf(single, '/data'))
  }
}

function orderOf(user: V3User, pointer: string): Finding[] {
  if (sortsBefore(user.created_at, user.updated_at)) return []
  const created = Date.parse(String(user.created_at))
  const updated = Date.parse(String(user.updated_at))
  return updated < created - 1000
    ? [should('updated_at not before created_at', 'an earlier time', `${pointer}/updated_at`)]
    : []
}

/** Whether two times are written alike and stand in order as texts: to read those of 100,000 users takes longer. */
function sortsBefore(created: unknown, updated: unknown): boolean {
  if (typeof created !== 'string' || typeof updated !== 'string') return false
  const areAlike =
    created.length === updated.length &&
    created.slice(-6) === updated.slice(-6) &&
    created.charAt(4) === '-' &&
    updated.charAt(4) === '-'
  return areAlike && created <= updated
}

/** Facets that an answer of this kind shows, whether or not it deviates. */
function facetsOf(answer: Answer): string[] {
  if (!succeeded(answer)) return ['error-shape', 'meta', 'recommended-shape']
  const user = [
    'envelope',
    'meta',
    'recommended-shape',
    'user-fields',
    'user-role',
    'user-status',
    'user-timestamps',
  ]
  switch (answer.exchange.operation) {
    case 'GET /v3/users':
      return ['users-array', ...user]
    case 'DELETE /v3/users/{userId}':
      return ['success-empty', 'meta', 'recommended-shape']
    default:
      return user
  }
}

/** The facet that a pointer lies in. */
function facetOf(deviation: Finding, refusal: boolean, operation: string): string {
  if (deviation.level === 'should') return 'recommended-shape'
  const path = deviation.pointer ?? ''
  if (/^\/meta(\/|$)/.test(path)) return 'meta'
  if (refusal) return 'error-shape'
  if (operation === 'DELETE /v3/users/{userId}') return 'success-empty'
  if (operation === 'GET /v3/users' && path === '/data') return 'users-array'
  if (path === '/data/users' || /^\/data\/users\/\d+$/.test(path)) return 'users-array'
  const member = path.match(/^\/data(?:\/users\/\d+)?\/(\w+)$/)?.[1]
  if (member === undefined) return 'envelope'
  if (member === 'role') return 'user-role'
  if (member === 'status') return 'user-status'
  if (member.endsWith('_at')) return 'user-timestamps'
  return 'user-fields'
}

function must(expected: string, actual: string, pointer?: string): Finding {
  return { level: 'must', expected, actual, ...(pointer === undefined ? {} : { pointer }) }
}

function should(expected: string, actual: string, pointer?: string): Finding {
  return { level: 'should', expected, actual, ...(pointer === undefined ? {} : { pointer }) }
}
