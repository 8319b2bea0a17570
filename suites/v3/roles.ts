/** Role gates: developers may read, only admins may change, and who has no role may do neither. */
import { describe, expect, provenBy, requirement } from './vocabulary.ts'

const FORBIDDEN = { status: 403, code: 'AUTH_004' }

describe('GET /v3/users', () => {
  requirement('v3.list.no-access-refused', async ({ restricted, invitations }) => {
    expect(await restricted.list({ purpose: 'list without a role' })).toBeRefused(FORBIDDEN)
    provenBy(await invitations.baseline())
  })
})

describe('GET /v3/users/{userId}', () => {
  requirement('v3.get.no-access-refused', async ({ restricted, someUser }) => {
    const { id, get } = await someUser()
    expect(await restricted.get(id, { purpose: 'read without a role' })).toBeRefused(FORBIDDEN)
    provenBy(get)
  })
})

describe('POST /v3/users', () => {
  requirement('v3.invite.requires-admin', async ({ invitations, callers, intruders }) => {
    const { simulated, real } = await intruders.byNonAdmin()
    expect((real ?? simulated).answer).toBeRefused(FORBIDDEN)
    provenBy((await (real ? invitations.first() : invitations.simulated())).answer)
    if (!callers.has('restrictedApiKey')) return
    const restricted = await intruders.byRestricted()
    if (restricted) expect(restricted.answer).toBeRefused(FORBIDDEN)
  })

  requirement('v3.invite.requires-admin-in-sandbox', async ({ invitations, intruders }) => {
    const { simulated } = await intruders.byNonAdmin()
    expect(simulated.answer).toBeRefused(FORBIDDEN)
    provenBy((await invitations.simulated()).answer)
  })
})
