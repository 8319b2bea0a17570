/** Everybody who speaks in a v1 run. */

import { credentialLike } from '../../../helpers/chance/alike.ts'
import type { Chance, Draws } from '../../../helpers/chance/chance.ts'
import type { Config } from '../../../helpers/config/config.ts'
import { CredentialWatch } from '../../../helpers/safety/credential-watch.ts'
import { SecondCredentials } from '../../../helpers/safety/second-credentials.ts'
import { type NearMisses, nearMissesOf } from '../../../helpers/secrets/near-miss.ts'
import type { AnswerInspector } from '../../../language/every-answer.ts'
import type { Answer } from '../../../model/answer.ts'
import { Untested } from '../../../model/outcome.ts'
import { V1Caller, type V1Wire } from '../client/caller.ts'
import type { ListQuery } from '../client/requests.ts'
import { entriesOf, STATUSES } from '../client/user.ts'
import { givenNames } from '../inspection/inspect-names.ts'

/** Callers whom the target must not serve, by what is wrong with their Authorization header. */
export const INTRUDERS = {
  missing: ['nobody', 'nobody again', 'empty header', 'Bearer alone'],
  unknown: ['null', 'longer', 'shorter', 'changed'],
  scheme: ['basic', 'bare'],
} as const
/** What can be wrong with an Authorization header. */
export type Intrusion = keyof typeof INTRUDERS
export type UnknownCaller = (typeof INTRUDERS)[Intrusion][number]

/** Who tries to read one user, for whom nothing but the header can differ. */
export const READING = {
  ...INTRUDERS,
  missing: ['nobody', 'empty header', 'Bearer alone'],
} as const satisfies Record<Intrusion, readonly UnknownCaller[]>

/** Who tries to change something: those of them who try something of their own. */
export const CHANGING = {
  missing: ['nobody', 'Bearer alone'],
  unknown: ['null', 'longer', 'shorter', 'changed'],
  scheme: ['basic'],
} as const satisfies Record<Intrusion, readonly UnknownCaller[]>
export const CHANGING_CALLERS: readonly UnknownCaller[] = Object.values(CHANGING).flat()

export class V1Callers {
  readonly #config: Config['v1']
  readonly #wire: V1Wire
  readonly #inspector: AnswerInspector

  constructor(
    config: Config['v1'],
    inspector: AnswerInspector,
    parts: Omit<V1Wire, 'manager' | 'watch' | 'others' | 'makers'>,
  ) {
    this.#config = config
    this.#inspector = inspector
    this.#wire = {
      ...parts,
      watch: new CredentialWatch(),
      others: new SecondCredentials(entriesOf),
      makers: new Set(),
      manager: () => this.manager,
    }
  }

  /** May manage users. */
  get manager(): V1Caller {
    return this.#as('manager', `Bearer ${this.#accessToken}`, true, 'ACCESS_TOKEN')
  }

  /** Is known, but may not remove users. */
  get restricted(): V1Caller {
    const token = configured('RESTRICTED_ACCESS_TOKEN', this.#config.restrictedAccessToken)
    return this.#as('restricted', `Bearer ${token}`, true, 'RESTRICTED_ACCESS_TOKEN')
  }

  /** The same before it is known whether the target knows that token: what it is answered accuses nobody. */
  get restrictedUnproven(): V1Caller {
    const token = configured('RESTRICTED_ACCESS_TOKEN', this.#config.restrictedAccessToken)
    return this.#as('restricted', `Bearer ${token}`, false)
  }

  /** Somebody whom the target must not serve. */
  unknown(who: UnknownCaller): V1Caller {
    const { name, authorization } = HEADERS[who](this.#accessToken, this.#wire.guard.chance)
    return this.#as(name, authorization, false)
  }

  /** Says that a request should have been served; an answer that served it is none the worse. */
  deniedWrongly(answer: Answer): void {
    this.#inspector.deniedWrongly(answer)
  }

  /** Says whether a user of the run was given a name. */
  expectName(email: string, named: boolean): void {
    givenNames(this.#inspector.shared).set(email.toLowerCase(), named)
  }

  get #accessToken(): string {
    return configured('ACCESS_TOKEN', this.#config.accessToken)
  }

  #as(name: string, authorization: string | undefined, known: boolean, variable?: string): V1Caller {
    const held = variable === undefined ? {} : { variable }
    return new V1Caller(this.#wire, name, { authorization, known, ...held })
  }
}

interface Header {
  /** Who speaks, as evidence names it. */
  name: string
  authorization: string | undefined
}

/** Makes what a caller sends of the real token. */
type Making = (token: string, chance: Chance) => Header

/** A token that differs from the real one by a character; where none can be told from it, a random one. */
const nearMiss =
  (kind: keyof NearMisses, what: string): Making =>
  (token, chance) => ({
    name: `near miss (${what})`,
    authorization: `Bearer ${nearMissesOf(token)?.[kind] ?? credentialLike(token, chance.for(`no near miss ${kind}`))}`,
  })

const HEADERS: Record<UnknownCaller, Making> = {
  nobody: () => ({ name: 'nobody (no token)', authorization: undefined }),
  'nobody again': () => ({ name: 'nobody (no token)', authorization: undefined }),
  'empty header': () => ({ name: 'nobody (empty header)', authorization: '' }),
  'Bearer alone': () => ({ name: 'nobody (Bearer alone)', authorization: 'Bearer' }),
  null: () => ({ name: 'nobody (token null)', authorization: 'Bearer null' }),
  longer: nearMiss('longer', 'one character more'),
  shorter: nearMiss('shorter', 'one character fewer'),
  changed: nearMiss('changed', 'another last character'),
  basic: (token) => ({ name: 'manager (Basic scheme)', authorization: `Basic ${token}` }),
  bare: (token) => ({ name: 'manager (token without scheme)', authorization: token }),
}

/** What the list is asked for by each of them: nothing that is asked for opens it. */
export function queryOf(who: UnknownCaller, chance: Chance): ListQuery {
  return QUERIES[who](chance.for(`query of ${who}`))
}

const plainly = (): ListQuery => ({})
const filtered = (draws: Draws): ListQuery => ({ status: draws.of(STATUSES) })
const secondPage = (): ListQuery => ({ page: 2 })
const withEverything = (draws: Draws): ListQuery => ({ page: 2, limit: 1, ...filtered(draws) })

const QUERIES: Record<UnknownCaller, (draws: Draws) => ListQuery> = {
  nobody: plainly,
  'nobody again': withEverything,
  'empty header': secondPage,
  'Bearer alone': () => ({ limit: 1 }),
  null: plainly,
  longer: secondPage,
  shorter: filtered,
  changed: () => ({ limit: 1 }),
  basic: plainly,
  bare: filtered,
}

function configured(variable: string, value: string | undefined): string {
  if (value === undefined) throw new Untested(`needs ${variable}`)
  return value
}
