/** Nobody may change the own role or take the last admin's. The ladder says how these changes are approached. */

import { UPDATE } from '../../../contracts/v3/pages.ts'
import { GUARDED } from '../../../contracts/v3/refusals.ts'
import type { Climb, Which } from '../../../contracts/v3/steps/climb.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { told } from '../../../language/needs.ts'
import { succeeded } from '../../../model/answer.ts'
import { Untested } from '../../../model/outcome.ts'
import { page, requirement, type V3Context } from '../language.ts'

const LADDER = told('SAFETY=disposable', 'SAFETY=full, or SAFETY=disposable where the simulation is refused')
const ONE_ADMIN = told('API_KEY', 'PROFILE_ID with one admin of its own')
const OWN = ['SELF_USER_ID', 'SELF_EMAIL', LADDER] as const
const LAST = [ONE_ADMIN, LADDER] as const

export const guards = page(UPDATE, [
  requirement('self-rejected', {
    must: 'To change the own role is refused.',
    source: stated('U-05 U-07'),
    accepts: '400 (VALIDATION_001 preferred), 403, 409 or 422.',
    about: 'roles',
    needs: OWN,
    after: 'everything',
    prepare: ({ roleLadder }) => roleLadder.rehearse('self'),
    check: (context) => rejected(context, 'self'),
  }),

  requirement('self-kept', {
    must: 'After the attempt to change the own role it is what it was.',
    source: entailed('U-05', 'U-31'),
    about: 'roles',
    needs: OWN,
    after: 'everything',
    prepare: ({ roleLadder }) => roleLadder.rehearse('self'),
    check: (context) => kept(context, 'self'),
  }),

  requirement('last-admin-rejected', {
    must: 'To give the last admin a lesser role is refused.',
    source: stated('U-06 U-07'),
    accepts:
      '400 (VALIDATION_001 preferred), 403, 409 or 422; success where OWNER_COUNTS_AS_ADMIN says that the owner counts.',
    about: 'roles',
    needs: LAST,
    after: 'everything',
    prepare: ({ roleLadder }) => roleLadder.rehearse('sole admin'),
    check: (context) => rejected(context, 'sole admin'),
  }),

  requirement('last-admin-kept', {
    must: 'After the attempt to give the last admin a lesser role that user is still an admin.',
    source: entailed('U-06', 'U-31'),
    about: 'roles',
    needs: LAST,
    after: 'everything',
    prepare: ({ roleLadder }) => roleLadder.rehearse('sole admin'),
    check: (context) => kept(context, 'sole admin'),
  }),
])

/** The highest rung that this run may climb, as for removals: a simulation that succeeds settles nothing. */
async function climbed({ roleLadder, mayRisk, seen, wasTouched }: V3Context, which: Which): Promise<Climb> {
  const simulated = await roleLadder.simulate(which)
  if (wasTouched(simulated) || simulated.answer.status >= 500) return simulated
  const missing = await roleLadder.missing(which)
  if (missing === undefined && mayRisk()) return roleLadder.attempt(which)
  seen(simulated.answer)
  if (succeeded(simulated.answer)) {
    throw new Untested(
      missing ??
        'needs SAFETY=full: stopped at rung 2, where the simulated change was answered with success, which settles nothing',
    )
  }
  return simulated
}

async function rejected(context: V3Context, which: Which): Promise<void> {
  const { answer } = await climbed(context, which)
  context.expect(answer).toBeRefused(GUARDED)
  context.provenBy((await context.updates.changed()).answer)
}

async function kept(context: V3Context, which: Which): Promise<void> {
  const climb = await climbed(context, which)
  context.seen(climb.answer)
  const { expected, actual } = context.keptText(climb)
  context.expect(climb.seen).toKeep(expected, !context.wasTouched(climb), actual)
}
