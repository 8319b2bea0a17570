/**
 * The table of removals that must be refused: by whom, in which scope and with which form of body. All of them are
 * tried side by side on one user of the run.
 */
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { V3Caller } from '../client/caller.ts'
import type { RemovalBody } from '../client/requests.ts'
import type { V3Callers } from './callers.ts'
import { NIL_UUID, ownProfile, QUERY } from './refused-reads.ts'

/** One removal that must be refused. */
export interface RefusedRemoval {
  caller: V3Caller
  /** Sent as `x-profile-id`. */
  profileId?: string
  /** What stands behind the path. */
  query?: string
  /** What is sent as JSON; absent: no body at all. */
  body?: RemovalBody
  /** Whether the media type of the request names the character set. */
  charset?: boolean
}

const REAL = { sandbox: false }
const SIMULATED = { sandbox: true }
const STRANGE = { sandbox: false, reason: 'no longer here' }

type Row = (callers: V3Callers, guard: Guard) => RefusedRemoval

/** Rows by what makes them refusable; asking for a row says what the configuration lacks for it. */
const ROWS = {
  'no key': ({ nobody }) => ({ caller: nobody, body: REAL }),
  'no key, no body': ({ nobody }) => ({ caller: nobody }),
  'empty key': (callers) => ({ caller: callers.empty, ...ownProfile(callers), query: QUERY, body: REAL }),
  'unknown key': ({ stranger }) => ({ caller: stranger, body: REAL }),
  'key without its last character': ({ shorter }) => ({ caller: shorter, body: REAL }),
  'key with another last character': ({ changed }) => ({ caller: changed, body: REAL }),
  developer: ({ developer }) => ({ caller: developer, body: REAL }),
  'developer, {}': ({ developer }) => ({ caller: developer, query: QUERY, body: {} }),
  'developer, no body': ({ developer }) => ({ caller: developer }),
  'developer, unknown member': ({ developer }) => ({ caller: developer, body: STRANGE }),
  'developer, simulated': ({ developer }) => ({ caller: developer, body: SIMULATED }),
  restricted: ({ restricted }) => ({ caller: restricted, body: REAL }),
  'restricted, no body': ({ restricted }) => ({ caller: restricted }),
  billing: ({ billing }) => ({ caller: billing, body: REAL }),
  'billing, simulated': ({ billing }) => ({ caller: billing, body: SIMULATED }),
  'foreign profile': ({ admin, foreignProfileId }) => ({
    caller: admin,
    profileId: foreignProfileId,
    body: REAL,
  }),
  'unknown profile': ({ admin }, guard) => ({
    caller: admin,
    profileId: guard.unknownId('profile'),
    body: REAL,
  }),
  'malformed profile': ({ admin }, guard) => ({ caller: admin, profileId: guard.malformedId(), body: REAL }),
} as const satisfies Record<string, Row>

/** Tried where requests are plenty. */
const FURTHER = {
  'key as bearer token': ({ bearer }) => ({ caller: bearer, body: REAL }),
  'unknown key beside the right one': ({ beside }) => ({ caller: beside, body: REAL }),
  'key of a developer and one character': ({ developerLonger }) => ({ caller: developerLonger, body: REAL }),
  'unknown profile, as developer': ({ developer }, guard) => ({
    caller: developer,
    profileId: guard.unknownId('profile of a developer'),
    body: REAL,
  }),
  'unknown profile, as billing': ({ billing }, guard) => ({
    caller: billing,
    profileId: guard.unknownId('profile of billing'),
    body: REAL,
  }),
  'null for a profile': ({ admin }) => ({ caller: admin, profileId: 'null', body: REAL }),
  'no key, {}': ({ nobody }) => ({ caller: nobody, body: {} }),
  'unknown key, {}': (callers) => ({ caller: callers.stranger, ...ownProfile(callers), body: {} }),
  'unknown profile, {}': ({ admin }, guard) => ({
    caller: admin,
    profileId: guard.unknownId('profile'),
    body: {},
  }),
  'malformed profile, {}': ({ admin }, guard) => ({
    caller: admin,
    profileId: guard.malformedId(),
    body: {},
  }),
  'foreign profile, {}': ({ admin, foreignProfileId }) => ({
    caller: admin,
    profileId: foreignProfileId,
    body: {},
  }),
  'unknown profile, no body': ({ admin }, guard) => ({
    caller: admin,
    profileId: guard.unknownId('profile'),
  }),
  'foreign profile, no body': ({ admin, foreignProfileId }) => ({
    caller: admin,
    profileId: foreignProfileId,
  }),
  'null for a key': ({ nullKey }) => ({ caller: nullKey, body: REAL }),
  'Bearer null': ({ nullBearer }) => ({ caller: nullBearer, body: REAL }),
  'key and one character': ({ longer }) => ({ caller: longer, body: REAL }),
  'developer, charset': ({ developer }) => ({ caller: developer, body: REAL, charset: true }),
  'restricted, {}': ({ restricted }) => ({ caller: restricted, body: {} }),
  'restricted, charset': ({ restricted }) => ({ caller: restricted, body: STRANGE, charset: true }),
  'restricted, simulated': ({ restricted }) => ({ caller: restricted, body: SIMULATED }),
  'billing, {}': ({ billing }) => ({ caller: billing, body: {} }),
  'billing, no body': ({ billing }) => ({ caller: billing }),
  'billing, unknown member': ({ billing }) => ({ caller: billing, body: STRANGE, charset: true }),
  'foreign profile, as developer': ({ developer, foreignProfileId }) => ({
    caller: developer,
    profileId: foreignProfileId,
    body: REAL,
  }),
  'profile of zeros': ({ admin }) => ({ caller: admin, profileId: NIL_UUID, body: REAL }),
  'empty profile': ({ admin }) => ({ caller: admin, profileId: '', body: REAL }),
  'number for a profile': ({ admin }) => ({ caller: admin, profileId: '1', body: REAL }),
  'profile and one character': ({ admin, profileId }) => ({
    caller: admin,
    profileId: `${profileId}0`,
    body: REAL,
  }),
} as const satisfies Record<string, Row>

/** Why a removal must be refused where requests are plenty. */
export type FurtherCause = keyof typeof FURTHER

/** Why a removal must be refused. */
export type RefusalCause = keyof typeof ROWS | FurtherCause

/** All of them, in the order in which they are sent. @param further whether requests are plenty */
export function refusalCauses(further: boolean): RefusalCause[] {
  return [...Object.keys(ROWS), ...(further ? Object.keys(FURTHER) : [])] as RefusalCause[]
}

/** Whether no body is sent: a target may then ask for one before it looks at anything else. */
export function isWithoutBody(cause: RefusalCause): boolean {
  return cause.endsWith('no body')
}

/** What is sent. @throws Untested where the configuration lacks what the row needs */
export function refusedRemoval(cause: RefusalCause, callers: V3Callers, guard: Guard): RefusedRemoval {
  const row: Row = { ...ROWS, ...FURTHER }[cause]
  return row(callers, guard)
}
