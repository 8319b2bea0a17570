/** Nobody may remove oneself or the last admin. The ladder says how these removals are approached. */

import { REMOVE } from '../../../contracts/v3/pages.ts'
import { GUARDED, SELF_SOFTLY } from '../../../contracts/v3/refusals.ts'
import type { Climb, Which } from '../../../contracts/v3/steps/climb.ts'
import { entailed, shown, stated } from '../../../language/declaration.ts'
import { told } from '../../../language/needs.ts'
import { succeeded } from '../../../model/answer.ts'
import { Untested } from '../../../model/outcome.ts'
import { page, requirement, type V3Context } from '../language.ts'

const SELF = { status: 400, code: 'VALIDATION_001', softCode: ['VALIDATION_'] }

const LADDER = told('SAFETY=disposable', 'SAFETY=full, or SAFETY=disposable where the simulation is refused')
// An owner can meet the rule in the organization, where nothing more has to be set.
const ONE_ADMIN = told('API_KEY', 'PROFILE_ID with one admin of its own')

export const guards = page(REMOVE, [
  requirement('self-rejected', {
    must: 'Removing oneself is refused with 400 VALIDATION_001.',
    source: shown('R-05 R-16 R-17 R-18 R-35 Q-05'),
    accepts: 'Another VALIDATION code, or another status of 4xx but 401, 404 and 405, is a warning.',
    about: 'roles',
    needs: ['SELF_USER_ID', 'SELF_EMAIL', LADDER],
    after: 'everything',
    prepare: ({ ladder }) => ladder.simulate('self'),
    async check(context) {
      const { expect, provenBy, removals } = context
      const { answer } = await climbed(context, 'self')
      expect(answer).toBeRefused(answer.status === 400 ? SELF : SELF_SOFTLY)
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('self-kept', {
    must: 'After the attempt to remove oneself the own user is still there, unchanged.',
    source: entailed('R-05', 'R-31'),
    about: 'roles',
    needs: ['SELF_USER_ID', 'SELF_EMAIL', LADDER],
    follows: ['v3.list.envelope'],
    after: 'everything',
    prepare: ({ ladder }) => ladder.simulate('self'),
    async check(context) {
      expectKept(context, await climbed(context, 'self'))
    },
  }),

  requirement('last-admin-rejected', {
    must: 'Removing the last admin is refused.',
    source: stated('R-06 R-19 Q-07 Q-09'),
    accepts:
      '400 (VALIDATION_001 preferred), 403, 409 or 422, any other status of 4xx but 401, 404 and 405 as a warning; success where OWNER_COUNTS_AS_ADMIN says that the owner counts.',
    about: 'roles',
    needs: [ONE_ADMIN, LADDER],
    after: 'everything',
    prepare: ({ ladder }) => ladder.simulate('sole admin'),
    async check(context) {
      const { expect, provenBy, removals } = context
      const { answer } = await climbed(context, 'sole admin')
      expect(answer).toBeRefused(GUARDED)
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('last-admin-kept', {
    must: 'After the attempt to remove the last admin that user is still there, unchanged.',
    source: entailed('R-06', 'R-31'),
    about: 'roles',
    needs: [ONE_ADMIN, LADDER],
    follows: ['v3.list.envelope'],
    after: 'everything',
    prepare: ({ ladder }) => ladder.simulate('sole admin'),
    async check(context) {
      expectKept(context, await climbed(context, 'sole admin'))
    },
  }),
])

/**
 * The highest rung that this run may climb. Without `full` that is the simulation: its refusal counts,
 * its success settles nothing. A simulation that had an effect is itself the violation.
 */
async function climbed({ ladder, mayRisk, seen, victimOf }: V3Context, which: Which): Promise<Climb> {
  const simulated = await ladder.simulate(which)
  // A server error is neither a refusal nor a simulation, and no invitation to go on.
  if (victimOf(simulated) !== undefined || simulated.answer.status >= 500) return simulated
  const missing = await ladder.missing(which)
  if (missing === undefined && mayRisk()) return ladder.attempt(which)
  seen(simulated.answer)
  if (succeeded(simulated.answer)) {
    throw new Untested(
      missing ??
        'needs SAFETY=full: stopped at rung 2, where the simulated removal was answered with success, which settles nothing',
    )
  }
  return simulated
}

function expectKept({ expect, seen, wasTouched, keptText }: V3Context, climb: Climb): void {
  seen(climb.answer)
  const { expected, actual } = keptText(climb)
  expect(climb.seen).toKeep(expected, !wasTouched(climb), actual)
  expect(climb.answer).toKeep(
    'everybody else as before',
    climb.bystander === undefined,
    'somebody who is gone',
  )
}
