/** `x-profile-id`: the child profile instead of the organization, and nothing where there is none. */
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { requireProfile } from '../../helpers/v3/fixtures/users.ts'
import { byId, usersOf } from '../../helpers/v3/user.ts'
import { describe, expect, provenBy, requirement } from './vocabulary.ts'

/** Nobody's business: the documents name 403 as well as 404, and 400 is close enough for a warning. */
const NOT_YOURS = { status: [404, 403], soft: [400] }
const MALFORMED = { status: [400, 403, 404] }

describe('GET /v3/users', () => {
  requirement('v3.list.scope-own-profile', async ({ invitations, profileId, mayChange, users }) => {
    const profile = await invitations.profileBaseline()
    expect(profile).toSucceed()
    if (mayChange()) {
      const { answer } = await invitations.second()
      provenBy(answer)
      const { subject, list } = await users.secondBefore()
      requireProfile(subject)
      expect(list).toInclude(subject)
      return
    }
    const ids = (list: typeof profile): string =>
      JSON.stringify((usersOf(list) ?? []).map(({ id }) => id).sort())
    if (ids(profile) === ids(await invitations.baseline())) {
      throw new Inconclusive(`the lists of profile ${profileId} and of the organization hold the same users`)
    }
  })

  requirement('v3.list.scope-profile-only', async ({ invitations, users }) => {
    const { list, subject } = await users.secondBefore()
    requireProfile(subject)
    const { id } = await invitations.subject()
    expect(list).toExclude({ id })
  })

  requirement('v3.list.scope-foreign-refused', async ({ admin, foreignProfileId, invitations }) => {
    const answer = await admin.list({ purpose: 'list of a foreign profile', profileId: foreignProfileId })
    expect(answer).toBeRefused(NOT_YOURS)
    provenBy(await invitations.baseline())
  })

  requirement('v3.list.scope-unknown-refused', async ({ admin, unknownId, invitations }) => {
    const answer = await admin.list({ purpose: 'list of an unknown profile', profileId: unknownId })
    expect(answer).toBeRefused(NOT_YOURS)
    provenBy(await invitations.baseline())
  })

  requirement('v3.list.scope-malformed-refused', async ({ admin, malformedId, invitations }) => {
    const answer = await admin.list({ purpose: 'list of a malformed profile', profileId: malformedId })
    expect(answer).toBeRefused(MALFORMED)
    provenBy(await invitations.baseline())
  })

  requirement('v3.list.scope-header-echoed', async ({ invitations, profileId }) => {
    const answer = await invitations.profileBaseline()
    provenBy(answer)
    expect(answer).toCarryHeader('X-Profile-Id', profileId)
  })
})

describe('GET /v3/users/{userId}', () => {
  requirement('v3.get.scope-own-profile', async ({ users, invitations }) => {
    provenBy((await invitations.second()).answer)
    const { subject, get, list } = await users.secondBefore()
    requireProfile(subject)
    expect(get).toSucceed()
    expect(get).toShow({ id: subject.id, email: subject.email })
    expect(await users.secondOutside()).toBeRefused({ status: [404, 403] })
    // Whom the profile's list lacks is not found there either, member of the organization or not.
    const { id } = await invitations.subject()
    if (byId(usersOf(list) ?? [], id).length > 0) return
    const inside = await users.firstInProfile()
    if (inside) expect(inside).toBeRefused({ status: [404, 403] })
  })

  requirement('v3.get.scope-foreign-refused', async ({ admin, foreignProfileId, someUser }) => {
    const { id, get } = await someUser()
    const answer = await admin.get(id, { purpose: 'read in a foreign profile', profileId: foreignProfileId })
    expect(answer).toBeRefused(NOT_YOURS)
    provenBy(get)
  })

  requirement('v3.get.scope-unknown-refused', async ({ admin, unknownId, someUser }) => {
    const { id, get } = await someUser()
    expect(await admin.get(id, { purpose: 'read in an unknown profile', profileId: unknownId })).toBeRefused(
      NOT_YOURS,
    )
    provenBy(get)
  })

  requirement('v3.get.scope-malformed-refused', async ({ admin, malformedId, someUser }) => {
    const { id, get } = await someUser()
    expect(
      await admin.get(id, { purpose: 'read in a malformed profile', profileId: malformedId }),
    ).toBeRefused(MALFORMED)
    provenBy(get)
  })
})

describe('POST /v3/users', () => {
  requirement('v3.invite.scope-own-profile', async ({ invitations, users }) => {
    const { answer, email, profileId } = await invitations.second()
    requireProfile({ profileId })
    expect(answer).toSucceed([200, 201])
    expect(await users.secondListed()).toInclude({ email })
    expect(await invitations.listed()).toExclude({ email })
    provenBy((await invitations.first()).answer)
  })
})
