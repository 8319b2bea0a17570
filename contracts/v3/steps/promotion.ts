/**
 * Whether a developer has become an admin in the middle of the run, where no address of the account is known. Asked for
 * only once the developer was served what the target must refuse. Whatever was refused is asked for again in the same
 * form, and every kind of change beside it: a gate that is missing in one place still holds in the others.
 */
import type { Memo } from '../../../language/memo.ts'
import { type Answer, refusesCaller, succeeded } from '../../../model/answer.ts'
import type { RemovalBody } from '../client/requests.ts'
import type { V3Callers } from './callers.ts'
import type { Harmless } from './harmless.ts'
import type { Intruders } from './intruders.ts'
import type { RefusedInvitations } from './refused-invitations.ts'
import type { RefusalCause } from './refused-removals.ts'
import { scoped } from './sight.ts'
import type { Users } from './users.ts'

/** What was refused is asked for so often, so that no gate passes that is open every few times. */
const REPETITIONS = 3

/** Forms of removals by a developer; the plain one stands for the others where it was refused, too. */
const BODIES = {
  developer: { sandbox: false },
  'developer, simulated': { sandbox: true },
  'developer, {}': {},
  'developer, no body': undefined,
  'developer, unknown member': { sandbox: false, reason: 'no longer here' },
  'developer, charset': { sandbox: false },
} as const satisfies Partial<Record<RefusalCause, RemovalBody | undefined>>
type Form = keyof typeof BODIES
const FORMS = Object.keys(BODIES) as Form[]
const PLAIN = 'developer'
/** A form of invitations beside the simulated one. */
const STRANGE = 'developer, unknown member'

export class Promotion {
  readonly #callers: V3Callers
  readonly #harmless: Harmless
  readonly #intruders: Intruders
  readonly #refusedInvitations: RefusedInvitations
  readonly #users: Users
  readonly #once: Memo

  constructor(
    callers: V3Callers,
    harmless: Harmless,
    intruders: Intruders,
    refusedInvitations: RefusedInvitations,
    users: Users,
    once: Memo,
  ) {
    this.#refusedInvitations = refusedInvitations
    this.#callers = callers
    this.#harmless = harmless
    this.#intruders = intruders
    this.#users = users
    this.#once = once
  }

  /** What the developer was refused before and is served now, wherever it is asked for; undefined where not all of it is. */
  ofDeveloper(): Promise<string[] | undefined> {
    return this.#once.do('v3 promotion of the developer', async () => {
      const [{ simulated }, strange, removals, inProfile] = await Promise.all([
        this.#intruders.byNonAdmin(),
        this.#refusedInvitations.answer(STRANGE),
        this.#harmless.firstRefusals(FORMS),
        this.#harmless.refusedInProfile().catch((): Partial<Record<string, Answer>> => ({})),
      ])
      const profiled = [inProfile.developer, inProfile.simulated].flatMap((one) => one ?? [])
      const asked = [simulated.answer, strange, ...removals.values(), ...profiled]
      const refused = asked.filter((one) => one !== undefined && refusesCaller(one))
      if (refused.length === 0) return undefined
      const forms = FORMS.filter((form) => isRefused(removals.get(form)))
      if (!(await this.#removes(formsToAsk(forms)))) return undefined
      if (profiled.some(refusesCaller)) {
        if (!(await this.#removes([PLAIN], this.#callers.profileId))) return undefined
      }
      if (!(await this.#invites())) return undefined
      if (isRefused(strange) && !succeeded(await this.#refusedInvitations.again(STRANGE))) return undefined
      return [...new Set(refused.flatMap((one) => one?.exchange.operation ?? []))]
    })
  }

  /** Whether they may remove users of the run who are there for this alone: simulated, and then in each form in earnest. */
  async #removes(forms: readonly Form[], profileId?: string): Promise<boolean> {
    for (const form of forms) {
      const purpose = `standing of the developer, ${form}${profileId === undefined ? '' : ', in the profile'}`
      const { subject } = await this.#users.fresh(purpose, profileId === undefined ? {} : { profileId })
      const ask = (body: RemovalBody | undefined, charset = false): Promise<Answer> => {
        const options = scoped(subject, `is it still refused: ${form}`)
        return this.#callers.developer.remove(subject.id, body, { ...options, charset })
      }
      for (let asked = 0; asked < REPETITIONS; asked++)
        if (!succeeded(await ask({ sandbox: true }))) return false
      if (!succeeded(await ask(BODIES[form], form === 'developer, charset'))) return false
    }
    return true
  }

  async #invites(): Promise<boolean> {
    for (let asked = 0; asked < REPETITIONS; asked++) {
      const { answer } = await this.#intruders.byDeveloperAgain(asked)
      if (!succeeded(answer)) return false
    }
    return true
  }
}

/** The refused forms that have to be tried again: the plain one, and the others only where that one was not refused. */
function formsToAsk(refused: readonly Form[]): readonly Form[] {
  const real = refused.filter((form) => form !== 'developer, simulated')
  return real.includes(PLAIN) || real.length === 0 ? [PLAIN] : real
}

function isRefused(answer: Answer | undefined): boolean {
  return answer !== undefined && refusesCaller(answer)
}
