/** Everybody who speaks in a v1 run. */

import type { Config } from '../../../helpers/config/config.ts'
import { CredentialWatch } from '../../../helpers/safety/credential-watch.ts'
import { SecondCredentials } from '../../../helpers/safety/second-credentials.ts'
import type { AnswerInspector } from '../../../language/every-answer.ts'
import type { Answer } from '../../../model/answer.ts'
import { Untested } from '../../../model/outcome.ts'
import { V1Caller, type V1Wire } from '../client/caller.ts'
import { entriesOf } from '../client/user.ts'
import { givenNames } from '../inspection/inspect-names.ts'
import { headerOf, OF_RESTRICTED, type UnknownCaller } from './intruders.ts'

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
    return this.#as('restricted', `Bearer ${this.#restrictedToken}`, true, 'RESTRICTED_ACCESS_TOKEN')
  }

  /** The same before it is known whether the target knows that token: what it is answered accuses nobody. */
  get restrictedUnproven(): V1Caller {
    return this.#as('restricted', `Bearer ${this.#restrictedToken}`, false)
  }

  /** The same with the scheme in small letters, which is the same scheme, or is refused for what it is. */
  get restrictedInSmallLetters(): V1Caller {
    return this.#as('restricted (scheme in small letters)', `bearer ${this.#restrictedToken}`, false)
  }

  /** Somebody whom the target must not serve. */
  unknown(who: UnknownCaller): V1Caller {
    const tokens = { token: this.#accessToken, restricted: () => this.#restrictedToken }
    const { name, authorization } = headerOf(who, tokens, this.#wire.guard.chance)
    return this.#as(name, authorization, false)
  }

  /** Whether somebody can be made of the tokens that there are. */
  canBe(who: UnknownCaller): boolean {
    return who !== OF_RESTRICTED || this.#config.restrictedAccessToken !== undefined
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

  get #restrictedToken(): string {
    return configured('RESTRICTED_ACCESS_TOKEN', this.#config.restrictedAccessToken)
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
