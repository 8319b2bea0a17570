/**
 * The table of invitations that must be refused: by whom, in which scope, and with what wrong in the body. All of them
 * ask for somebody who is sound but for one cause, and travel side by side; the lists afterwards show whether anybody
 * came of them.
 */
import { startedInDrawnOrder } from '../../../helpers/chance/chance.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import type { Answer } from '../../../model/answer.ts'
import { Untested } from '../../../model/outcome.ts'
import type { V3Caller } from '../client/caller.ts'
import type { InvitationBody } from '../client/requests.ts'
import type { V3Callers } from './callers.ts'
import { plainLooks } from './data.ts'
import type { Invitation } from './invitation.ts'
import type { Invitations } from './invitations.ts'
import { NIL_UUID, ownProfile } from './refused-reads.ts'

/** One invitation that must be refused. */
interface Row {
  caller: V3Caller
  /** Sent as `x-profile-id`. */
  profileId?: string
  /** Whether the media type of the request names the character set. */
  charset?: boolean
  /** What is sent beside, or instead of, the members of a sound body. */
  more?: InvitationBody
}

const NOTHING = { email: undefined, name: undefined, role: undefined }
const SIMULATED = { sandbox: true }
const STRANGE = { sandbox: false, note: 'welcome' }

/** Tried on every target. */
const CORE = {
  'no key, simulated': (callers) => ({ caller: callers.nobody, ...ownProfile(callers), more: SIMULATED }),
  'developer, unknown member': ({ developer }) => ({ caller: developer, more: STRANGE }),
  'foreign profile': ({ admin, foreignProfileId }) => ({ caller: admin, profileId: foreignProfileId }),
  'unknown profile': ({ admin }, guard) => ({ caller: admin, profileId: guard.unknownId('profile') }),
  'malformed profile': ({ admin }, guard) => ({ caller: admin, profileId: guard.malformedId() }),
} as const satisfies Table

/** Tried where invitations are plenty. */
const FURTHER = {
  'no key, {}': ({ nobody }) => ({ caller: nobody, more: NOTHING }),
  'empty key': (callers) => ({ caller: callers.empty, ...ownProfile(callers) }),
  'null for a key': (callers) => ({ caller: callers.nullKey, ...ownProfile(callers) }),
  'Bearer null': ({ nullBearer }) => ({ caller: nullBearer }),
  'key as bearer token': (callers) => ({ caller: callers.bearer, ...ownProfile(callers) }),
  'key and one character': ({ longer }) => ({ caller: longer }),
  'key without its last character': ({ shorter }) => ({ caller: shorter }),
  'key with another last character': ({ changed }) => ({ caller: changed }),
  'developer, for an admin': ({ developer }) => ({ caller: developer, more: { role: 'admin' } }),
  'developer, for billing': ({ developer }) => ({
    caller: developer,
    more: { role: 'billing' },
    charset: true,
  }),
  'developer, in the profile': ({ developer, profileId }) => ({
    caller: developer,
    profileId,
    more: { role: 'admin' },
  }),
  'no role, unknown member': ({ restricted }) => ({ caller: restricted, more: STRANGE, charset: true }),
  'no role, in the profile': ({ restricted, profileId }) => ({
    caller: restricted,
    profileId,
    more: { role: 'billing' },
  }),
  'no role, simulated': ({ restricted }) => ({ caller: restricted, more: SIMULATED }),
  'developer, simulated, in the profile': ({ developer, profileId }) => ({
    caller: developer,
    profileId,
    more: { ...SIMULATED, role: 'billing' },
  }),
  'foreign profile, as developer': ({ developer, foreignProfileId }) => ({
    caller: developer,
    profileId: foreignProfileId,
  }),
  'key and one character, in the profile': (callers) => ({
    caller: callers.longer,
    ...ownProfile(callers),
  }),
  'unknown key beside the right one': ({ beside }) => ({ caller: beside }),
  'key of a developer and one character': ({ developerLonger }) => ({
    caller: developerLonger,
    more: { role: 'admin' },
  }),
  'unknown profile, as developer': ({ developer }, guard) => ({
    caller: developer,
    profileId: guard.unknownId('profile of a developer'),
  }),
  'null for a profile': ({ admin }) => ({ caller: admin, profileId: 'null' }),
  'profile of zeros': ({ admin }) => ({ caller: admin, profileId: NIL_UUID }),
  'empty profile': ({ admin }) => ({ caller: admin, profileId: '' }),
  'number for a profile': ({ admin }) => ({ caller: admin, profileId: '1' }),
  'profile and one character': ({ admin, profileId }) => ({ caller: admin, profileId: `${profileId}0` }),
} as const satisfies Table

type Table = Record<string, (callers: V3Callers, guard: Guard) => Row>

const ROWS = { ...CORE, ...FURTHER }

/** Why an invitation must be refused. */
export type InvitationCause = keyof typeof ROWS

/** Whether a cause is tried only where invitations are plenty. */
export function isFurther(cause: InvitationCause): boolean {
  return cause in FURTHER
}

export class RefusedInvitations {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #once: Memo

  constructor(callers: V3Callers, guard: Guard, invitations: Invitations, once: Memo) {
    this.#callers = callers
    this.#guard = guard
    this.#invitations = invitations
    this.#once = once
    invitations.alsoBy(() => this.all())
  }

  /**
   * The answer to one of them; undefined where it is not tried, because invitations are scarce.
   * @throws Untested where the configuration lacks what the row needs
   */
  async answer(cause: InvitationCause): Promise<Answer | undefined> {
    return (await this.#invitation(cause))?.answer
  }

  /** One of them asked for once more, with another address. */
  async again(cause: InvitationCause): Promise<Answer> {
    const { caller, profileId, more = {}, charset = false }: Row = ROWS[cause](this.#callers, this.#guard)
    const slug = `again-${cause.replaceAll(/[^a-z]+/gi, '-').toLowerCase()}`
    const looks = { ...plainLooks(this.#guard, slug), charset }
    const purpose = `is this invitation still refused: ${cause}`
    return (
      await this.#invitations.ask(caller, slug, 'developer', more, purpose, profileId, undefined, looks)
    ).answer
  }

  /** Those of them that ask for a simulation, as far as they are tried. */
  async simulated(): Promise<Invitation[]> {
    const causes = Object.keys(ROWS).filter((cause) => cause.includes('simulated')) as InvitationCause[]
    const asked = await Promise.allSettled(causes.map((cause) => this.#invitation(cause)))
    return asked.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
  }

  async #invitation(cause: InvitationCause): Promise<Invitation | undefined> {
    this.#guard.requires('disposable')
    const row: Row = ROWS[cause](this.#callers, this.#guard)
    const { caller, profileId, more = {}, charset = false } = row
    if (this.#invitations.isFew || (isFurther(cause) && !(await this.#invitations.plenty()))) return undefined
    return this.#once.do(`v3 invitation, ${cause}`, async () => {
      const slug = cause.replaceAll(/[^a-z]+/gi, '-').toLowerCase()
      return this.#invitations.ask(
        caller,
        slug,
        'developer',
        more,
        `invitation must be refused: ${cause}`,
        profileId,
        undefined,
        { ...plainLooks(this.#guard, slug), charset },
      )
    })
  }

  /** The same for a cause that every target is asked. @throws Untested where every invitation is counted */
  async needed(cause: keyof typeof CORE): Promise<Answer> {
    const answer = await this.answer(cause)
    if (answer === undefined) throw new Untested('needs INVITATIONS=many, or none set')
    return answer
  }

  /** The answers to those that are tried, each with its cause. */
  async all(): Promise<[InvitationCause, Answer][]> {
    const causes = Object.keys(ROWS) as InvitationCause[]
    const answers = await Promise.allSettled(
      startedInDrawnOrder(causes, this.#guard.chance.for('refused invitations'), (cause) =>
        this.answer(cause),
      ),
    )
    return answers.flatMap((one, index): [InvitationCause, Answer][] => {
      const cause = causes[index]
      return one.status === 'fulfilled' && one.value && cause ? [[cause, one.value]] : []
    })
  }
}
