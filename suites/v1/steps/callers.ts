/** Everybody who speaks in a v1 run. */

import { randomBytes } from 'node:crypto'
import type { Config } from '../../../helpers/config/config.ts'
import { CredentialWatch } from '../../../helpers/safety/credential-watch.ts'
import type { Answer } from '../../../model/answer.ts'
import { Untested } from '../../../model/outcome.ts'
import { V1Caller, type V1Wire } from '../client/caller.ts'
import { givenNames } from '../inspection/inspect-names.ts'

/** Callers whom the target must not serve. */
export const UNKNOWN_CALLERS = ['nobody', 'stranger', 'basic', 'bare'] as const
export type UnknownCaller = (typeof UNKNOWN_CALLERS)[number]

export class V1Callers {
  readonly #config: Config['v1']
  readonly #wire: V1Wire

  constructor(config: Config['v1'], parts: Omit<V1Wire, 'manager' | 'watch'>) {
    this.#config = config
    this.#wire = { ...parts, watch: new CredentialWatch(), manager: () => this.manager }
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
    switch (who) {
      case 'nobody':
        return this.#as('nobody (no token)', undefined, false)
      case 'stranger':
        return this.#as(
          'stranger (unknown token)',
          `Bearer unknown-${randomBytes(16).toString('hex')}`,
          false,
        )
      case 'basic':
        return this.#as('manager (Basic scheme)', `Basic ${this.#accessToken}`, false)
      case 'bare':
        return this.#as('manager (token without scheme)', this.#accessToken, false)
    }
  }

  /** Says that a request should have been served; an answer that served it is none the worse. */
  deniedWrongly(answer: Answer): void {
    this.#wire.inspector.deniedWrongly(answer)
  }

  /** Says whether a user of the run was given a name. */
  expectName(email: string, named: boolean): void {
    givenNames(this.#wire.inspector.shared).set(email.toLowerCase(), named)
  }

  get #accessToken(): string {
    return configured('ACCESS_TOKEN', this.#config.accessToken)
  }

  #as(name: string, authorization: string | undefined, known: boolean, variable?: string): V1Caller {
    const held = variable === undefined ? {} : { variable }
    return new V1Caller(this.#wire, name, { authorization, known, ...held })
  }
}

function configured(variable: string, value: string | undefined): string {
  if (value === undefined) throw new Untested(`needs ${variable}`)
  return value
}
