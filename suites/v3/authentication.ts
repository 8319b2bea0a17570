/** The API key, on every operation: missing or unknown it means 401, before anything else is looked at. */
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { describe, expect, provenBy, requirement, seenIn } from './language.ts'

const UNAUTHENTICATED = { status: 401 }

describe('GET /v3/users', () => {
  requirement('v3.list.requires-key', async ({ nobody, invitations }) => {
    expect(await nobody.list({ purpose: 'list without key' })).toBeRefused(UNAUTHENTICATED)
    provenBy(await invitations.baseline())
  })

  requirement('v3.list.unknown-key-refused', async ({ stranger, uuidStranger, invitations, sparing }) => {
    expect(await stranger.list({ purpose: 'list with an unknown key' })).toBeRefused(UNAUTHENTICATED)
    if (!(await sparing())) {
      expect(await uuidStranger.list({ purpose: 'list with an unknown UUID' })).toBeRefused(UNAUTHENTICATED)
    }
    provenBy(await invitations.baseline())
  })
})

describe('GET /v3/users/{userId}', () => {
  requirement('v3.get.requires-key', async ({ nobody, someUser, getOfNobody, once }) => {
    const { id, get } = await someUser()
    const unknown = await getOfNobody()
    // A 401 for an id that names nobody says that the key comes first; anything else leaves it open.
    const answer =
      unknown.status === 401
        ? unknown
        : await once('get without key', () => nobody.get(id, { purpose: 'read without key' }))
    expect(answer).toBeRefused(UNAUTHENTICATED)
    provenBy(get)
  })

  requirement('v3.get.key-before-user', async ({ getOfNobody, someUser }) => {
    expect(await getOfNobody()).toBeRefused(UNAUTHENTICATED)
    provenBy((await someUser()).get)
  })

  requirement('v3.get.unknown-key-refused', async ({ stranger, uuidStranger, someUser, sparing }) => {
    const { id, get } = await someUser()
    expect(await uuidStranger.get(id, { purpose: 'read with an unknown UUID' })).toBeRefused(UNAUTHENTICATED)
    if (!(await sparing())) {
      expect(await stranger.get(id, { purpose: 'read with an unknown key' })).toBeRefused(UNAUTHENTICATED)
    }
    provenBy(get)
  })
})

describe('POST /v3/users', () => {
  requirement('v3.invite.requires-key', async ({ invitations, intruders }) => {
    const { flawed, sound } = await intruders.byNobody()
    expect(sound ?? flawed).toBeRefused(UNAUTHENTICATED)
    const stranger = await intruders.byStranger()
    if (stranger) expect(stranger.answer).toBeRefused(UNAUTHENTICATED)
    provenBy((await invitations.first()).answer)
  })

  requirement('v3.invite.key-before-validation', async ({ invitations, intruders }) => {
    expect((await intruders.byNobody()).flawed).toBeRefused(UNAUTHENTICATED)
    provenBy((await invitations.first()).answer)
  })
})

describe('DELETE /v3/users/{userId}', () => {
  requirement('v3.remove.requires-key', async ({ harmless, removals }) => {
    expect(await harmless.refusal('no key')).toBeRefused(UNAUTHENTICATED)
    provenBy((await removals.real()).answer)
  })

  requirement('v3.remove.key-before-user', async ({ removals }) => {
    expect(await removals.byNobodyUnknown()).toBeRefused(UNAUTHENTICATED)
    provenBy((await removals.real()).answer)
  })

  requirement('v3.remove.unknown-key-refused', async ({ harmless, removals }) => {
    expect(await harmless.refusal('unknown key')).toBeRefused(UNAUTHENTICATED)
    provenBy((await removals.real()).answer)
  })

  requirement('v3.remove.sandbox-requires-key', async ({ harmless, removals }) => {
    const answer = await removals.byNobodyUnknown()
    if (answer.status !== 401) {
      const real = await removals.byNobodyInEarnest()
      seenIn(answer, real)
      if (real.status !== 401)
        throw new Inconclusive('without a key the unknown id is looked at first, simulated or not')
    }
    expect(answer).toBeRefused(UNAUTHENTICATED)
    provenBy((await harmless.simulated()).answer)
  })
})
