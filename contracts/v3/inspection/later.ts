/** Members of answers that later versions have: judged where they show, missed nowhere. */

import { isUuid } from '../../../helpers/text/uuid.ts'
import { deviate, judgedOperation } from '../../../language/scope.ts'
import { type Answer, asObject, succeeded } from '../../../model/answer.ts'
import { type Finding, quote, should } from '../../../model/finding.ts'
import { userOf, usersOf } from '../client/user.ts'

export const PAGINATION = 'data.pagination'
export const CUSTOMER_ID = 'customer_id'
export const RESPONSE_TIME = 'meta.response_time_ms'

/** Numbers of `data.pagination`, each with the least that it may be. */
const COUNTS: Record<string, number> = { page: 1, page_size: 0, total_count: 0, total_pages: 0 }
const FLAGS = ['has_more', 'has_next_page']

/** Undefined where a list says nothing of pages. */
export function pagination(answer: Answer): Finding[] | undefined {
  const shown = asObject(asObject(answer.json)?.data)?.pagination
  if (!succeeded(answer) || shown === undefined || shown === null) return undefined
  const at = '/data/pagination'
  const told = asObject(shown)
  if (told === undefined) return [should('an object', quote(shown), at)]
  const findings: Finding[] = []
  for (const [name, least] of Object.entries(COUNTS)) {
    const value = told[name]
    if (value === undefined || value === null) continue
    if (!Number.isInteger(value) || Number(value) < least) {
      findings.push(should(`a whole number from ${least}`, quote(value), `${at}/${name}`))
    }
  }
  for (const name of FLAGS) {
    const value = told[name]
    if (value !== undefined && value !== null && typeof value !== 'boolean') {
      findings.push(should('true or false', quote(value), `${at}/${name}`))
    }
  }
  const users = usersOf(answer)?.length ?? 0
  if (Number.isInteger(told.total_count) && Number(told.total_count) < users) {
    findings.push(should(`at least the ${users} users shown`, quote(told.total_count), `${at}/total_count`))
  }
  return findings
}

/** Undefined where an answer does not say how long it took. */
export function responseTime({ json }: Answer): Finding[] | undefined {
  const value = asObject(asObject(json)?.meta)?.response_time_ms
  if (value === undefined || value === null) return undefined
  const isSound = typeof value === 'number' && value >= 0
  return isSound ? [] : [should('milliseconds, none or more', quote(value), '/meta/response_time_ms')]
}

/** To whom the users of a run belong, as its answers tell it. */
export interface OwnCustomers {
  /** Ids that are known to be the organization's or those of its profiles. */
  own: readonly string[]
  /** Whether that of the organization is among them. */
  isWhole: boolean
  /** Ids that are known to be somebody else's. */
  foreign: readonly string[]
}

/** Every customer_id that the answers of one run have shown, and by which exchange first. */
export class Customers {
  readonly #seen = new Map<string, Map<string, string>>()

  note({ exchange }: Answer, id: string): void {
    const ofOperation = this.#seen.get(exchange.operation) ?? new Map<string, string>()
    this.#seen.set(exchange.operation, ofOperation)
    if (!ofOperation.has(id)) ofOperation.set(id, exchange.id)
  }

  /** Whether any answer has shown one. */
  get isTold(): boolean {
    return this.#seen.size > 0
  }

  /** Judges for the operation at hand whose users were shown; to be called when every answer was seen. */
  judge({ own, isWhole, foreign }: OwnCustomers): void {
    const [mine, others] = [inLowerCase(own), inLowerCase(foreign)]
    const strange = [...(this.#seen.get(judgedOperation() ?? '') ?? [])].filter(([id]) => !mine.has(id))
    // Where nobody says which id is the organization's, one is.
    const charged = isWhole ? strange : strange.filter(([id]) => others.has(id))
    const [, second] = strange
    if (charged.length === 0 && second !== undefined && !isWhole) charged.push(second)
    for (const [, exchange] of charged.slice(0, 1)) {
      deviate({ ...should('the id of the organization or of the profile', 'another id'), exchange })
    }
  }
}

function inLowerCase(ids: readonly string[]): Set<string> {
  return new Set(ids.map((id) => id.toLowerCase()))
}

/** The form of each customer_id; undefined where an answer tells none. Samples of simulations belong to nobody. */
export const customerIds =
  (seen: Customers) =>
  (answer: Answer): Finding[] | undefined => {
    if (!succeeded(answer)) return undefined
    const users = usersOf(answer)
    const shown: [unknown, string][] = users
      ? users.map((user, index) => [user.customer_id, `/data/users/${index}`])
      : [[userOf(answer)?.customer_id, '/data']]
    const told = shown.filter(([id]) => id !== undefined && id !== null)
    if (told.length === 0) return undefined
    const isSample = answer.exchange.request.body?.includes('"sandbox":true') === true
    for (const [id, at] of told) {
      if (typeof id !== 'string' || !isUuid(id)) return [should('a UUID', quote(id), `${at}/customer_id`)]
      if (!isSample) seen.note(answer, id.toLowerCase())
    }
    return []
  }
