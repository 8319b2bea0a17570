/** Callers whom the target must not serve, by what is wrong with their Authorization header. */

import { credentialLike } from '../../../helpers/chance/alike.ts'
import type { Chance, Draws } from '../../../helpers/chance/chance.ts'
import { type NearMisses, nearMissesOf } from '../../../helpers/secrets/near-miss.ts'
import type { ListQuery } from '../client/requests.ts'
import { STATUSES } from '../client/user.ts'
import type { Plenty } from './plenty.ts'

/** Those who try in every run. */
export const INTRUDERS = {
  missing: ['nobody', 'nobody again', 'empty header', 'Bearer alone'],
  unknown: ['null', 'longer', 'shorter', 'changed'],
  scheme: ['basic', 'bare'],
} as const
/** Those who try where requests are plenty: forms that a careless reading of the header takes for good ones. */
export const FURTHER_INTRUDERS = {
  missing: [],
  // Not with a word behind the token: whoever divides the header at its blanks never sees it.
  unknown: ['lower scheme', 'Bearer twice', 'restricted longer'],
  scheme: ['no blank', 'scheme begins alike'],
} as const
/** What can be wrong with an Authorization header. */
export type Intrusion = keyof typeof INTRUDERS
export type UnknownCaller =
  | (typeof INTRUDERS)[Intrusion][number]
  | (typeof FURTHER_INTRUDERS)[Intrusion][number]

/** Who tries at one operation, by what is wrong with the header. */
export interface Intruders {
  /** In every run. */
  core: Readonly<Record<Intrusion, readonly UnknownCaller[]>>
  /** Where requests are plenty. */
  further: Readonly<Record<Intrusion, readonly UnknownCaller[]>>
}

/** Who tries to list users. */
export const LISTING: Intruders = { core: INTRUDERS, further: FURTHER_INTRUDERS }

/** Who tries to read one user, for whom nothing but the header can differ. */
export const READING: Intruders = {
  core: { ...INTRUDERS, missing: ['nobody', 'empty header', 'Bearer alone'] },
  further: { ...FURTHER_INTRUDERS, missing: ['nobody again'] },
}

/** Who tries to change something: those of them who try something of their own, and the others where there is room. */
export const CHANGING: Intruders = {
  core: { ...INTRUDERS, missing: ['nobody', 'Bearer alone'], scheme: ['basic'] },
  further: {
    unknown: FURTHER_INTRUDERS.unknown,
    missing: ['nobody again', 'empty header'],
    scheme: ['bare', ...FURTHER_INTRUDERS.scheme],
  },
}

/** Everybody who tries to change something in a run; `canBe` tells whether somebody's header can be made. */
export async function changers(
  plenty: Plenty,
  canBe: (who: UnknownCaller) => boolean,
): Promise<readonly UnknownCaller[]> {
  const further = await plenty.of(Object.values(CHANGING.further).flat())
  return [...Object.values(CHANGING.core).flat(), ...further.filter(canBe)]
}

/** Who can be made of RESTRICTED_ACCESS_TOKEN alone. */
export const OF_RESTRICTED: UnknownCaller = 'restricted longer'

/** Those whose request is unusual beside the header: a parameter that no page has, or a charset beside the media type. */
const UNUSUAL: ReadonlySet<UnknownCaller> = new Set(['nobody again', 'bare', 'Bearer twice', OF_RESTRICTED])

/** Whether a caller's request differs from the usual one in more than the header. */
export function isUnusual(who: UnknownCaller): boolean {
  return UNUSUAL.has(who)
}

/** A header, and who speaks by it. */
export interface Header {
  /** Who speaks, as evidence names it. */
  name: string
  authorization: string | undefined
}

/** What headers are made of. */
interface Tokens {
  token: string
  /** @throws Untested where there is none */
  restricted: () => string
}

/** Makes what a caller sends of the real tokens. */
type Making = (tokens: Tokens, chance: Chance) => Header

/** The header of one of them. */
export function headerOf(who: UnknownCaller, tokens: Tokens, chance: Chance): Header {
  return HEADERS[who](tokens, chance)
}

/** A token that differs from the real one by a character; where none can be told from it, a random one. */
const nearMiss =
  (kind: keyof NearMisses, what: string): Making =>
  ({ token }, chance) => ({
    name: `near miss (${what})`,
    authorization: `Bearer ${nearTo(token, kind, chance)}`,
  })

function nearTo(token: string, kind: keyof NearMisses, chance: Chance): string {
  return nearMissesOf(token)?.[kind] ?? credentialLike(token, chance.for(`no near miss ${kind}`))
}

const HEADERS: Record<UnknownCaller, Making> = {
  nobody: () => ({ name: 'nobody (no token)', authorization: undefined }),
  'nobody again': () => ({ name: 'nobody (no token)', authorization: undefined }),
  'empty header': () => ({ name: 'nobody (empty header)', authorization: '' }),
  'Bearer alone': () => ({ name: 'nobody (Bearer alone)', authorization: 'Bearer' }),
  null: () => ({ name: 'nobody (token null)', authorization: 'Bearer null' }),
  longer: nearMiss('longer', 'one character more'),
  shorter: nearMiss('shorter', 'one character fewer'),
  changed: nearMiss('changed', 'another last character'),
  basic: ({ token }) => ({ name: 'manager (Basic scheme)', authorization: `Basic ${token}` }),
  bare: ({ token }) => ({ name: 'manager (token without scheme)', authorization: token }),
  'lower scheme': ({ token }, chance) => ({
    name: 'nobody (unknown token, scheme in small letters)',
    authorization: `bearer ${credentialLike(token, chance.for('token under a scheme in small letters'))}`,
  }),
  'Bearer twice': ({ token }) => ({
    name: 'manager (Bearer twice)',
    authorization: `Bearer Bearer ${token}`,
  }),
  'restricted longer': ({ restricted }, chance) => ({
    name: 'near miss (of who may not delete users, one character more)',
    authorization: `Bearer ${nearTo(restricted(), 'longer', chance)}`,
  }),
  'no blank': ({ token }) => ({ name: 'manager (no blank behind Bearer)', authorization: `Bearer${token}` }),
  'scheme begins alike': ({ token }) => ({
    name: 'manager (scheme BearerX)',
    authorization: `BearerX ${token}`,
  }),
}

/** What the list is asked for by each of them: nothing that is asked for opens it. */
export function queryOf(who: UnknownCaller, chance: Chance): ListQuery {
  return QUERIES[who](chance.for(`query of ${who}`))
}

/** What is asked for once more: with parameters by who asked without any. */
export function otherQueriesOf(who: UnknownCaller, chance: Chance): ListQuery[] {
  const isPlain = Object.keys(queryOf(who, chance)).length === 0
  return isPlain ? [withEverything(chance.for(`other query of ${who}`))] : []
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
  'lower scheme': plainly,
  'Bearer twice': secondPage,
  'restricted longer': filtered,
  'no blank': () => ({ limit: 1 }),
  'scheme begins alike': plainly,
}
