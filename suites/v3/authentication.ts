import { describe, expect, provenBy, requirement } from './vocabulary.ts'

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
