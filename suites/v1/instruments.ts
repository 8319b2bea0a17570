/**
 * What checks of v1 rely on and do not judge: the tokens, each with the rights that its variable says. What
 * contradicts a declaration is a question to the configuration first.
 */
import type { Instrument, InstrumentState, Lapse } from '../../language/instrument.ts'
import { type Answer, refusesCaller, succeeded } from '../../model/answer.ts'
import { instrument, type V1Context } from './language.ts'

const PROVEN: InstrumentState = { state: 'proven' }

/** A refusal that an admin is given is a question to the account first. */
const managerLapse =
  ({ standing }: V1Context): Lapse =>
  async ({ caller, method, status }) =>
    caller === 'manager' && method !== 'GET' && status === 403 ? standing.manager() : undefined

/**
 * Whoever may remove users: every requirement of a removal stands on this token. That an unknown id is answered
 * otherwise proves nothing, because a target may look for the user before it looks at the permission.
 */
export const REMOVER = instrument({
  name: 'who may remove users',
  variable: 'ACCESS_TOKEN',
  async control(context) {
    const { removals, isSet } = context
    const { answer } = await removals.real()
    const lapse = managerLapse(context)
    if (!refusesCaller(answer)) return { state: 'proven', lapse }
    await Promise.allSettled([removals.secondReal(), removals.further()])
    if (removals.answered.some((one) => succeeded(one.answer))) return { state: 'proven', lapse }
    const seen = `may remove nobody (${answer.status} for every user of the run)`
    const other = isSet('RESTRICTED_ACCESS_TOKEN')
      ? await removals.forbidden().catch(() => undefined)
      : undefined
    return contradicted(
      other !== undefined && succeeded(other.answer)
        ? `${seen}, and RESTRICTED_ACCESS_TOKEN may (${other.answer.status}): the two look swapped`
        : `${seen}: ${questionOf(answer)}`,
    )
  },
})

/** Whoever may create users: whatever the run changes begins with this token. */
const creator = instrument({
  name: 'who may create users',
  variable: 'ACCESS_TOKEN',
  async control(context) {
    const { people, mayChange } = context
    if (!mayChange()) return PROVEN
    const { answer } = await people.resident()
    if (!refusesCaller(answer)) return { state: 'proven', lapse: managerLapse(context) }
    const other = await people.person('leaver')
    if (!refusesCaller(other.answer)) return PROVEN
    return contradicted(`may create nobody (${answer.status} on POST /api/v1/users): ${questionOf(answer)}`)
  },
})

/** Somebody whom the target knows, and who may not remove users. */
const restricted = instrument({
  name: 'who may not remove users',
  variable: 'RESTRICTED_ACCESS_TOKEN',
  async control({ removals, listedByRestricted, standing }) {
    const { answer } = await removals.forbidden()
    if (answer.status !== 401 || (await listedByRestricted()).status !== 401) {
      return {
        state: 'proven',
        doubt: () => doubtOf(removals),
        lapse: async ({ caller, status }) => {
          if (caller !== 'restricted') return undefined
          if (status === 401) return standing.restricted()
          return status === 404 ? standing.elsewhere() : undefined
        },
      }
    }
    return contradicted(
      'is answered like a token that nobody was given (401): check that it is right, unexpired and meant for this BASE_URL',
    )
  },
})

/** Both readings where nothing is refused to that token; undefined where something is, as only a weaker one is. */
async function doubtOf(removals: V1Context['removals']): Promise<string | undefined> {
  const tries = await removals.forbiddenAll()
  // Somebody who is gone already is no refusal of the caller.
  return tries.some(({ answer }) => refusesCaller(answer)) || !tries.some(({ answer }) => succeeded(answer))
    ? undefined
    : 'either the target has no gate for callers who may not remove users, or RESTRICTED_ACCESS_TOKEN is the token of somebody who may (it is refused no removal)'
}

/** The instrument behind each variable. */
export const V1_INSTRUMENTS = {
  'SAFETY=disposable': creator,
  RESTRICTED_ACCESS_TOKEN: restricted,
} as const satisfies Record<string, Instrument<V1Context>>

/** What is to be checked. A token that reads are served with and that is unknown to a change may not have arrived. */
function questionOf({ status, exchange: { operation } }: Answer): string {
  const [method] = operation.split(' ')
  return status === 401
    ? `reads know it, so does the header Authorization reach the target with ${method}, and does it belong to somebody who may manage users?`
    : 'does it belong to somebody who may manage users, and is it not swapped with another one?'
}

function contradicted(reason: string): InstrumentState {
  return { state: 'contradicted', reason }
}
