/**
 * The table of reads that must be refused, of the list and of a user alike: by whom and in which scope. They cost
 * nothing, so all of them are sent side by side.
 */
import { startedInDrawnOrder } from '../../../helpers/chance/chance.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import type { Answer } from '../../../model/answer.ts'
import type { V3Caller } from '../client/caller.ts'
import type { V3Callers } from './callers.ts'

/** The UUID that stands for nobody. */
export const NIL_UUID = '00000000-0000-0000-0000-000000000000'

/** So much of the profile's id stays. */
const KEPT_CHARS = 9

/** A profile that nobody has, but begins like the run's. */
function otherEnd(profileId: string, guard: Guard): string {
  return profileId.slice(0, KEPT_CHARS) + guard.unknownId('profile that begins alike').slice(KEPT_CHARS)
}

interface Row {
  caller: V3Caller
  /** Sent as `x-profile-id`. */
  profileId?: string
  /** What stands behind the path. */
  query?: string
}

/** What no page has: whoever shows no key is refused, whatever else is asked for. */
export const QUERY = 'page=1'

/** The run's own profile, where there is one: in it, too, nobody is served without a key. */
export const ownProfile = (callers: V3Callers): { profileId?: string } =>
  callers.has('profileId') ? { profileId: callers.profileId } : {}

/** Rows by what makes them refusable; asking for a row says what the configuration lacks for it. */
const CORE = {
  'no key': ({ nobody }) => ({ caller: nobody }),
  'empty key': (callers) => ({ caller: callers.empty, ...ownProfile(callers), query: QUERY }),
  'key as bearer token': (callers) => ({ caller: callers.bearer, ...ownProfile(callers) }),
  'Bearer null': ({ nullBearer }) => ({ caller: nullBearer, query: QUERY }),
  'unknown key': ({ stranger }) => ({ caller: stranger }),
  'unknown key of another form': (callers) => ({
    caller: callers.otherStranger,
    ...ownProfile(callers),
    query: QUERY,
  }),
  'null for a key': (callers) => ({ caller: callers.nullKey, ...ownProfile(callers) }),
  'key and one character': ({ longer }) => ({ caller: longer, query: QUERY }),
  'key without its last character': ({ shorter }) => ({ caller: shorter }),
  'key with another last character': ({ changed }) => ({ caller: changed }),
  'no role': ({ restricted }) => ({ caller: restricted }),
  'no role, in the profile': ({ restricted, profileId }) => ({ caller: restricted, profileId }),
  'foreign profile': ({ admin, foreignProfileId }) => ({ caller: admin, profileId: foreignProfileId }),
  'foreign profile, as developer': ({ developer, foreignProfileId }) => ({
    caller: developer,
    profileId: foreignProfileId,
  }),
  'unknown profile': ({ admin }, guard) => ({ caller: admin, profileId: guard.unknownId('profile') }),
  'profile of zeros': ({ admin }) => ({ caller: admin, profileId: NIL_UUID }),
  'malformed profile': ({ admin }, guard) => ({ caller: admin, profileId: guard.malformedId() }),
  'empty profile': ({ admin }) => ({ caller: admin, profileId: '' }),
  'number for a profile': ({ admin }) => ({ caller: admin, profileId: '1' }),
  'profile and one character': ({ admin, profileId }) => ({ caller: admin, profileId: `${profileId}0` }),
} as const satisfies Record<string, (callers: V3Callers, guard: Guard) => Row>

/** Tried where requests are not counted. */
const FURTHER = {
  'unknown key beside the right one': ({ beside }) => ({ caller: beside }),
  'key of a developer and one character': ({ developerLonger }) => ({ caller: developerLonger }),
  'foreign profile, as billing': ({ billing, foreignProfileId }) => ({
    caller: billing,
    profileId: foreignProfileId,
  }),
  'foreign profile in capitals': ({ admin, foreignProfileId }) => ({
    caller: admin,
    profileId: foreignProfileId.toUpperCase(),
  }),
  'foreign profile before the own': (callers) => ({
    caller: callers.admin,
    profileId: `${callers.foreignProfileId}, ${ownProfile(callers).profileId ?? callers.foreignProfileId}`,
  }),
  'unknown profile, as developer': ({ developer }, guard) => ({
    caller: developer,
    profileId: guard.unknownId('profile of a developer'),
  }),
  'unknown profile, as billing': ({ billing }, guard) => ({
    caller: billing,
    profileId: guard.unknownId('profile of billing'),
  }),
  'unknown profile, no role': ({ restricted }, guard) => ({
    caller: restricted,
    profileId: guard.unknownId('profile of nobody'),
  }),
  'profile with another end': ({ admin, profileId }, guard) => ({
    caller: admin,
    profileId: otherEnd(profileId, guard),
  }),
  'malformed profile, as developer': ({ developer }, guard) => ({
    caller: developer,
    profileId: guard.malformedId(),
  }),
  'null for a profile': ({ admin }) => ({ caller: admin, profileId: 'null' }),
  'undefined for a profile': ({ admin }) => ({ caller: admin, profileId: 'undefined' }),
} as const satisfies Record<string, (callers: V3Callers, guard: Guard) => Row>

const ROWS = { ...CORE, ...FURTHER }

/** Why a read must be refused. */
export type ReadCause = keyof typeof ROWS

/** Nobody has shown a key. */
export const KEYLESS = ['no key', 'empty key', 'key as bearer token', 'Bearer null'] as const

/** Keys that nobody was given, near misses of the right one among them. */
export const UNKNOWN_KEYS = [
  'unknown key beside the right one',
  'unknown key',
  'unknown key of another form',
  'null for a key',
  'key and one character',
  'key without its last character',
  'key with another last character',
] as const

/** Profile ids that are no UUIDs, as far as no profile of the run's has to be known for them. */
export const MALFORMED_PROFILES = [
  'malformed profile',
  'empty profile',
  'number for a profile',
  'null for a profile',
  'undefined for a profile',
] as const

/** Unknown profiles under which somebody else asks, or which are like the run's. */
export const UNKNOWN_PROFILES = {
  DEVELOPER_API_KEY: 'unknown profile, as developer',
  BILLING_API_KEY: 'unknown profile, as billing',
  RESTRICTED_API_KEY: 'unknown profile, no role',
  PROFILE_ID: 'profile with another end',
} as const satisfies Record<string, ReadCause>

/** Profiles of another organization, by others and in other forms. */
export const FOREIGN_PROFILES = {
  FOREIGN_PROFILE_ID: 'foreign profile in capitals',
  DEVELOPER_API_KEY: 'foreign profile, as developer',
  BILLING_API_KEY: 'foreign profile, as billing',
} as const satisfies Partial<Record<string, ReadCause>>

/** The same of profiles that are none. */
export const ODD_PROFILES = {
  DEVELOPER_API_KEY: 'malformed profile, as developer',
  PROFILE_ID: 'profile and one character',
  FOREIGN_PROFILE_ID: 'foreign profile before the own',
} as const satisfies Record<string, ReadCause>

/**
 * What is left out beside those, because the other operation is asked in the same form, or a removal is; in a foreign
 * profile the list shows more than a read of somebody of one's own.
 */
const SPARED = {
  list: [
    'key without its last character',
    'key with another last character',
    'number for a profile',
    'unknown key of another form',
    'Bearer null',
  ],
  get: [
    'foreign profile, as developer',
    'key with another last character',
    'key without its last character',
    'profile of zeros',
    'empty profile',
    'profile and one character',
    'null for a key',
    'key and one character',
  ],
} as const satisfies Record<string, readonly ReadCause[]>

/** Left out further where requests are counted and more is asked: here or there, something alike is asked still. */
const SPARED_FOR = {
  billingApiKey: { list: ['key as bearer token'], get: ['malformed profile'] },
  foreignUserId: { list: ['unknown profile', 'malformed profile'], get: [] },
} as const satisfies Record<string, Record<string, readonly ReadCause[]>>

export class RefusedReads {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #once: Memo
  readonly #isSparing: () => Promise<boolean>

  /** @param isSparing whether requests are counted */
  constructor(callers: V3Callers, guard: Guard, once: Memo, isSparing: () => Promise<boolean>) {
    this.#isSparing = isSparing
    this.#callers = callers
    this.#guard = guard
    this.#once = once
  }

  /** The list asked for in each way that is tried, in the same order. @throws Untested where the configuration lacks something */
  async lists(causes: readonly ReadCause[]): Promise<Answer[]> {
    const tried = await this.#tried('list', causes)
    return Promise.all(
      startedInDrawnOrder(tried, this.#guard.chance.for(`lists ${tried.join()}`), (cause) =>
        this.#once.do(`v3 list, ${cause}`, () => {
          const { caller, ...scope } = this.#row(cause)
          return cause === 'foreign profile'
            ? this.#callers.listOfForeignProfile()
            : caller.list({ purpose: `list must be refused: ${cause}`, ...scope })
        }),
      ),
    )
  }

  /**
   * One of the lists asked for so many times more, where requests are not counted: a gate that opens now and then is
   * none, and what was refused once must stay so. @throws Untested where the configuration lacks something
   */
  async listsAgain(cause: ReadCause, times: number): Promise<Answer[]> {
    const row = this.#row(cause)
    if (await this.#isSparing()) return []
    return Promise.all(
      Array.from({ length: times }, (_, index) =>
        this.#once.do(`v3 list, ${cause}, again ${index}`, () => {
          const { caller, ...scope } = row
          return caller.list({ purpose: `list must still be refused: ${cause} (${index + 1})`, ...scope })
        }),
      ),
    )
  }

  /** A user read in each way that is tried, in the same order. @throws Untested where the configuration lacks something */
  async gets(causes: readonly ReadCause[], id: string): Promise<Answer[]> {
    const tried = await this.#tried('get', causes)
    return Promise.all(
      startedInDrawnOrder(tried, this.#guard.chance.for(`reads ${tried.join()}`), (cause) =>
        this.#once.do(`v3 get, ${cause}`, () => {
          const { caller, ...scope } = this.#row(cause)
          return caller.get(id, { purpose: `read must be refused: ${cause}`, ...scope })
        }),
      ),
    )
  }

  async #tried(operation: keyof typeof SPARED, causes: readonly ReadCause[]): Promise<ReadCause[]> {
    const optional = ['billingApiKey', 'foreignUserId'] as const
    const others = optional.flatMap((name) => (this.#callers.has(name) ? SPARED_FOR[name][operation] : []))
    const spared: readonly string[] = [...Object.keys(FURTHER), ...SPARED[operation], ...others]
    if (!causes.some((cause) => spared.includes(cause)) || !(await this.#isSparing())) return [...causes]
    return causes.filter((cause) => !spared.includes(cause))
  }

  #row(cause: ReadCause): Row {
    return ROWS[cause](this.#callers, this.#guard)
  }
}
