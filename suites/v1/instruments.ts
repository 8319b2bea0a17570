/**
 * What checks of v1 rely on and do not judge: the tokens, each with the rights that its variable says. What
 * contradicts a declaration is a question to the configuration first.
 */
import type { Instrument, InstrumentState } from '../../helpers/suite/instrument.ts'
import { refusesCaller } from '../../model/answer.ts'
import { instrument, type V1Context } from './language.ts'

const PROVEN: InstrumentState = { state: 'proven' }

/** Whoever may remove users: every requirement of a removal stands on this token. */
export const REMOVER = instrument({
  name: 'who may remove users',
  variable: 'ACCESS_TOKEN',
  async control({ removals }) {
    const { answer } = await removals.real()
    if (!refusesCaller(answer)) return PROVEN
    const unknown = await removals.unknown()
    if (!refusesCaller(unknown)) return PROVEN
    return contradicted(
      `may remove nobody (${answer.status} for a user of the run, ${unknown.status} for an unknown id): does it belong to somebody who may manage users, and is it not swapped with another one?`,
    )
  },
})

/** Whoever may create users: whatever the run changes begins with this token. */
const creator = instrument({
  name: 'who may create users',
  variable: 'ACCESS_TOKEN',
  async control({ people, mayChange }) {
    if (!mayChange()) return PROVEN
    const { answer } = await people.resident()
    if (!refusesCaller(answer)) return PROVEN
    const other = await people.person('leaver')
    if (!refusesCaller(other.answer)) return PROVEN
    return contradicted(
      `may create nobody (${answer.status} on POST /api/v1/users): does it belong to somebody who may manage users, and is it not swapped with another one?`,
    )
  },
})

/** Somebody whom the target knows, and who may not remove users. */
const restricted = instrument({
  name: 'who may not remove users',
  variable: 'RESTRICTED_ACCESS_TOKEN',
  async control({ removals, listedByRestricted }) {
    const { answer } = await removals.forbidden()
    if (answer.status !== 401 || (await listedByRestricted()).status !== 401) return PROVEN
    return contradicted(
      'is answered like a token that nobody was given (401): check that it is right, unexpired and meant for this BASE_URL',
    )
  },
})

/** The instrument behind each variable. */
export const V1_INSTRUMENTS = {
  'SAFETY=disposable': creator,
  RESTRICTED_ACCESS_TOKEN: restricted,
} as const satisfies Record<string, Instrument<V1Context>>

function contradicted(reason: string): InstrumentState {
  return { state: 'contradicted', reason }
}
