/** `sandbox: true`: answered like the real thing, and nothing happens. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { fieldOf } from '../../helpers/v3/fixtures/flaws.ts'
import { detailFields } from '../../helpers/v3/user.ts'
import { describe, expect, expectUnchanged, provenBy, requirement, seenIn } from './language.ts'

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

describe('DELETE /v3/users/{userId}', () => {
  requirement('v3.remove.sandbox-answer', async ({ harmless }) => {
    const { answer } = await harmless.simulated()
    expect(answer).toSucceed([204], [200])
    if (succeeded(answer)) expect(answer).toHaveNoBody()
  })

  requirement('v3.remove.sandbox-no-effect', async ({ harmless, removals }) => {
    const { answer, before, after } = await harmless.simulated()
    if (!before.user || !before.entry) throw new Inconclusive('the user was not to be seen before')
    seenIn(answer)
    expectUnchanged(before, after)
    provenBy((await removals.real()).answer)
  })

  requirement('v3.remove.sandbox-header', async ({ harmless }) => {
    const { answer } = await harmless.simulated()
    provenBy(answer)
    expect(answer).toCarryHeader('X-Sandbox', 'true')
  })

  requirement('v3.remove.sandbox-unknown-user', async ({ harmless, removals }) => {
    const answer = await removals.simulatedUnknown()
    if (succeeded(answer)) expect(answer).toSucceed([204], [200])
    else expect(answer).toBeRefused({ status: 404, code: 'RESOURCE_006' })
    provenBy((await harmless.simulated()).answer)
  })
})
