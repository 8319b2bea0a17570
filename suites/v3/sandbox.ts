import { fieldOf } from '../../helpers/v3/fixtures/flaws.ts'
import { detailFields } from '../../helpers/v3/user.ts'
import { describe, expect, provenBy, requirement, seenIn } from './vocabulary.ts'

const INVALID = { status: 400, soft: [422], code: 'VALIDATION_' }

describe('POST /v3/users', () => {
  requirement('v3.invite.sandbox-answer', async ({ invitations }) => {
    provenBy((await invitations.first()).answer)
    const { answer } = await invitations.simulated()
    expect(answer).toSucceed([200, 201])
    expect(answer).toShow({})
  })

  requirement('v3.invite.sandbox-no-effect', async ({ invitations }) => {
    const { email, answer } = await invitations.simulated()
    seenIn(answer)
    expect(await invitations.listed()).toExclude({ email })
    provenBy((await invitations.first()).answer)
  })

  requirement('v3.invite.sandbox-header', async ({ invitations }) => {
    const { answer } = await invitations.simulated()
    provenBy(answer)
    expect(answer).toCarryHeader('X-Sandbox', 'true')
  })

  requirement('v3.invite.sandbox-validates', async ({ invitations, flaws }) => {
    const both = await flaws.incomplete()
    expect(both).toBeRefused(INVALID)
    for (const flaw of ['email-missing', 'role-unknown'] as const) {
      if (detailFields(both).includes(fieldOf[flaw])) continue
      expect(await flaws.simulatedFlaw(flaw)).toBeRefused(INVALID)
    }
    provenBy((await invitations.simulated()).answer)
  })
})
