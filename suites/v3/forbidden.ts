/** Nobody may remove oneself or the last admin. The ladder says how these removals are approached. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Untested } from '../../helpers/run/outcome.ts'
import { type Climb, wasTouched } from '../../helpers/v3/fixtures/ladder.ts'
import type { V3Fixtures } from '../../helpers/v3/fixtures.ts'
import { describe, expect, lastRequirement, provenBy, seenIn } from './language.ts'

const SELF = { status: 400, code: 'VALIDATION_001', softCode: ['VALIDATION_'] }
const SELF_SOFTLY = { status: 400, soft: [403, 409, 422] }
const LAST_ADMIN = { status: [400, 403, 409, 422] }

describe('DELETE /v3/users/{userId}', () => {
  lastRequirement('v3.remove.self-rejected', simulated('self'), async (fixtures) => {
    const { answer } = await climbed(fixtures, 'self')
    expect(answer).toBeRefused(answer.status === 400 ? SELF : SELF_SOFTLY)
    provenBy((await fixtures.removals.real()).answer)
  })

  lastRequirement('v3.remove.self-kept', simulated('self'), async (fixtures) => {
    expectKept(await climbed(fixtures, 'self'))
  })

  lastRequirement('v3.remove.last-admin-rejected', simulated('sole admin'), async (fixtures) => {
    const { answer } = await climbed(fixtures, 'sole admin')
    expect(answer).toBeRefused(LAST_ADMIN)
    provenBy((await fixtures.removals.real()).answer)
  })

  lastRequirement('v3.remove.last-admin-kept', simulated('sole admin'), async (fixtures) => {
    expectKept(await climbed(fixtures, 'sole admin'))
  })
})

/** The rung that may be climbed beside the other checks. */
function simulated(which: 'self' | 'sole admin') {
  return ({ ladder }: V3Fixtures): Promise<Climb> => ladder.simulate(which)
}

/**
 * The highest rung that this run may climb. Without `full` that is the simulation: its refusal counts,
 * its success settles nothing. A simulation that had an effect is itself the violation.
 */
async function climbed({ ladder, mayRisk }: V3Fixtures, which: 'self' | 'sole admin'): Promise<Climb> {
  const simulated = await ladder.simulate(which)
  // A server error is neither a refusal nor a simulation, and no invitation to go on.
  if (wasTouched(simulated) || simulated.answer.status >= 500) return simulated
  if (mayRisk()) return ladder.attempt(which)
  seenIn(simulated.answer)
  if (succeeded(simulated.answer)) {
    throw new Untested(
      'needs SAFETY=full: stopped at rung 2, where the simulated removal was answered with success, which settles nothing',
    )
  }
  return simulated
}

function expectKept(climb: Climb): void {
  seenIn(climb.answer)
  const actual = climb.after
    ? 'another role, status or address'
    : `no such user (status ${climb.seen.status})`
  expect(climb.seen).toKeep(`the user to be kept at rung ${climb.rung}`, !wasTouched(climb), actual)
}
