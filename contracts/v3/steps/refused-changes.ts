/**
 * The table of role changes that must be refused: by whom, in which scope, with which role and under which key for
 * replays. All of them are tried side by side on one user of the run.
 */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { V3Caller } from '../client/caller.ts'
import type { RoleBody } from '../client/requests.ts'
import type { V3Callers } from './callers.ts'
import { NIL_UUID, ownProfile, QUERY } from './refused-reads.ts'
import { KEY_WITH_BLANK, TOO_LONG_KEY } from './replay-keys.ts'

/** One change of role that must be refused. */
export interface RefusedChange {
  caller: V3Caller
  /** What is sent as JSON; absent: no body at all. */
  body?: RoleBody
  /** Sent in the stead of a body. */
  text?: string
  /** Sent as `x-profile-id`. */
  profileId?: string
  /** What stands behind the path. */
  query?: string
  /** Whether the media type of the request names the character set. */
  charset?: boolean
  idempotencyKey?: string
}

/** Another role than the user has. */
const OTHER = { role: 'billing' }
const SIMULATED = { role: 'billing', sandbox: true }
const IN_EARNEST = { role: 'billing', sandbox: false }
const STRANGE = { role: 'billing', reason: 'another desk' }

type Row = (callers: V3Callers, guard: Guard) => RefusedChange

/** The same by the admin, whom only the body can get refused. */
const asking =
  (body?: RoleBody): Row =>
  ({ admin }) => ({ caller: admin, ...(body === undefined ? {} : { body }) })

/** Rows by what makes them refusable; asking for a row says what the configuration lacks for it. */
const ROWS = {
  'no key': ({ nobody }) => ({ caller: nobody, body: OTHER }),
  'no key, simulated': ({ nobody }) => ({ caller: nobody, body: SIMULATED }),
  'empty key': ({ empty }) => ({ caller: empty, body: OTHER }),
  'key as bearer token': ({ bearer }) => ({ caller: bearer, body: OTHER }),
  'unknown key': ({ stranger }) => ({ caller: stranger, body: OTHER }),
  'unknown key of another form': ({ otherStranger }) => ({ caller: otherStranger, body: OTHER }),
  'key without its last character': ({ shorter }) => ({ caller: shorter, body: OTHER }),
  'key with another last character': ({ changed }) => ({ caller: changed, body: OTHER }),
  developer: ({ developer }) => ({ caller: developer, body: OTHER }),
  'developer, sandbox false': ({ developer }) => ({ caller: developer, body: IN_EARNEST }),
  'developer, unknown member': ({ developer }) => ({ caller: developer, body: STRANGE }),
  'developer, simulated': ({ developer }) => ({ caller: developer, body: SIMULATED }),
  restricted: ({ restricted }) => ({ caller: restricted, body: OTHER }),
  'restricted, simulated': ({ restricted }) => ({ caller: restricted, body: SIMULATED }),
  billing: ({ billing }) => ({ caller: billing, body: OTHER }),
  'foreign profile': ({ admin, foreignProfileId }) => ({
    caller: admin,
    profileId: foreignProfileId,
    body: OTHER,
  }),
  'unknown profile': ({ admin }, guard) => ({
    caller: admin,
    profileId: guard.unknownId('profile'),
    body: OTHER,
  }),
  'malformed profile': ({ admin }, guard) => ({ caller: admin, profileId: guard.malformedId(), body: OTHER }),
  'empty profile': ({ admin }) => ({ caller: admin, profileId: '', body: OTHER }),
  'role nobody has': asking({ role: 'emperor' }),
  'role nobody has, simulated': asking({ role: 'emperor', sandbox: true }),
  'empty role': asking({ role: '' }),
  'role null': asking({ role: null }),
  'number for a role': asking({ role: 4711 }),
  'list of roles': asking({ role: ['admin'] }),
  owner: asking({ role: 'owner' }),
  Owner: asking({ role: 'Owner' }),
  'no role': asking({}),
  'no role, simulated': asking({ sandbox: true }),
  'no body': asking(),
  'broken JSON': ({ admin }) => ({ caller: admin, text: '{"role": "billing"' }),
  'list for a body': ({ admin }) => ({ caller: admin, text: '[{"role": "billing"}]' }),
} as const satisfies Record<string, Row>

/** Tried where requests are plenty. */
const FURTHER = {
  'no key, sandbox false': ({ nobody }) => ({ caller: nobody, body: IN_EARNEST }),
  'no key, parameters': ({ nobody }) => ({ caller: nobody, query: QUERY, body: OTHER }),
  'no key, charset': ({ nobody }) => ({ caller: nobody, charset: true, body: STRANGE }),
  'no key, in the profile': (callers) => ({
    caller: callers.nobody,
    ...ownProfile(callers),
    body: OTHER,
  }),
  'null for a key': ({ nullKey }) => ({ caller: nullKey, body: OTHER }),
  'Bearer null': ({ nullBearer }) => ({ caller: nullBearer, body: OTHER }),
  'key and one character': ({ longer }) => ({ caller: longer, body: OTHER }),
  'unknown key, in the profile': (callers) => ({
    caller: callers.stranger,
    ...ownProfile(callers),
    body: IN_EARNEST,
  }),
  'unknown key, simulated': ({ stranger }) => ({ caller: stranger, body: SIMULATED }),
  'developer, charset': ({ developer }) => ({ caller: developer, charset: true, body: OTHER }),
  'developer, to admin': ({ developer }) => ({ caller: developer, body: { role: 'admin' } }),
  'restricted, sandbox false': ({ restricted }) => ({ caller: restricted, body: IN_EARNEST }),
  'restricted, unknown member': ({ restricted }) => ({ caller: restricted, charset: true, body: STRANGE }),
  'billing, sandbox false': ({ billing }) => ({ caller: billing, body: IN_EARNEST }),
  'billing, unknown member': ({ billing }) => ({ caller: billing, charset: true, body: STRANGE }),
  'billing, simulated': ({ billing }) => ({ caller: billing, body: SIMULATED }),
  'foreign profile, sandbox false': ({ admin, foreignProfileId }) => ({
    caller: admin,
    profileId: foreignProfileId,
    body: IN_EARNEST,
  }),
  'foreign profile, as developer': ({ developer, foreignProfileId }) => ({
    caller: developer,
    profileId: foreignProfileId,
    body: OTHER,
  }),
  'unknown profile, sandbox false': ({ admin }, guard) => ({
    caller: admin,
    profileId: guard.unknownId('profile'),
    body: IN_EARNEST,
  }),
  'profile of zeros': ({ admin }) => ({ caller: admin, profileId: NIL_UUID, body: OTHER }),
  'number for a profile': ({ admin }) => ({ caller: admin, profileId: '1', body: OTHER }),
  'profile and one character': ({ admin, profileId }) => ({
    caller: admin,
    profileId: `${profileId}0`,
    body: OTHER,
  }),
  'role of a member': asking({ role: 'member' }),
  'true for a role': asking({ role: true }),
  'object for a role': asking({ role: { name: 'admin' } }),
  'owner, sandbox false': asking({ role: 'owner', sandbox: false }),
  'text for a body': ({ admin }) => ({ caller: admin, text: '"billing"' }),
  'null for a body': ({ admin }) => ({ caller: admin, text: 'null' }),
} as const satisfies Record<string, Row>

/** Keys for replays that are none. */
const KEYS = {
  'key for replays of 256 characters': ({ admin }) => ({
    caller: admin,
    body: OTHER,
    idempotencyKey: TOO_LONG_KEY,
  }),
  'key for replays with a blank': ({ admin }) => ({
    caller: admin,
    body: OTHER,
    idempotencyKey: KEY_WITH_BLANK,
  }),
} as const satisfies Record<string, Row>

/** Why a change of role must be refused. */
export type ChangeCause = keyof typeof ROWS
/** Why a change of role must be refused, where requests are plenty. */
export type FurtherChange = keyof typeof FURTHER
/** Which key for replays must be refused. */
export type KeyCause = keyof typeof KEYS

/** All of them, in the order in which they are sent. @param further whether requests are plenty */
export function changeCauses(further: boolean): (ChangeCause | FurtherChange)[] {
  return [...Object.keys(ROWS), ...(further ? Object.keys(FURTHER) : [])] as (ChangeCause | FurtherChange)[]
}

export const KEY_CAUSES = Object.keys(KEYS) as KeyCause[]

/** What is sent. @throws Untested where the configuration lacks what the row needs */
export function refusedChange(
  cause: ChangeCause | FurtherChange | KeyCause,
  callers: V3Callers,
  guard: Guard,
): RefusedChange {
  const row: Row = { ...ROWS, ...FURTHER, ...KEYS }[cause]
  return row(callers, guard)
}
