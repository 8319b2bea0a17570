/**
 * The table of role changes that must be refused: by whom, in which scope, with which role and under which key for
 * replays. All of them are tried side by side on one user of the run.
 */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { V3Caller } from '../client/caller.ts'
import type { RoleBody } from '../client/requests.ts'
import type { V3Callers } from './callers.ts'
import { KEY_WITH_BLANK, TOO_LONG_KEY } from './replay-keys.ts'

/** One change of role that must be refused. */
export interface RefusedChange {
  caller: V3Caller
  /** What is sent as JSON; absent: no body at all. */
  body?: RoleBody
  /** Sent as `x-profile-id`. */
  profileId?: string
  idempotencyKey?: string
}

/** Another role than the user has. */
const OTHER = { role: 'billing' }
const SIMULATED = { role: 'billing', sandbox: true }

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
  developer: ({ developer }) => ({ caller: developer, body: OTHER }),
  'developer, sandbox false': ({ developer }) => ({ caller: developer, body: { ...OTHER, sandbox: false } }),
  'developer, simulated': ({ developer }) => ({ caller: developer, body: SIMULATED }),
  restricted: ({ restricted }) => ({ caller: restricted, body: OTHER }),
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
/** Which key for replays must be refused. */
export type KeyCause = keyof typeof KEYS

export const CHANGE_CAUSES = Object.keys(ROWS) as ChangeCause[]
export const KEY_CAUSES = Object.keys(KEYS) as KeyCause[]

/** What is sent. @throws Untested where the configuration lacks what the row needs */
export function refusedChange(
  cause: ChangeCause | KeyCause,
  callers: V3Callers,
  guard: Guard,
): RefusedChange {
  const row: Row = { ...ROWS, ...KEYS }[cause]
  return row(callers, guard)
}
