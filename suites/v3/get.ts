/** `GET /v3/users/{userId}`: one user of an organization or profile. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { STABLE_MEMBERS } from '../../helpers/v3/fixtures/sight.ts'
import { changedMembers, userOf, type V3User } from '../../helpers/v3/user.ts'
import { describe, expect, provenBy, requirement, seenIn } from './language.ts'

const AGREEING = ['id', 'email', 'name', 'role', 'status', 'created_at'] as const

describe('GET /v3/users/{userId}', () => {
  requirement('v3.get.success-status', async ({ someUser, mayChange, users, harmless }) => {
    expect((await someUser()).get).toSucceed()
    if (!mayChange()) return
    // Whom the list shows can be read, whatever the role.
    const shown = [await users.before(), (await harmless.refusals()).after, await users.secondBefore()]
    for (const { get, entry } of shown) if (entry) expect(get).toSucceed()
  })

  requirement('v3.get.same-id', async ({ someUser, mayChange, users }) => {
    const { id, get } = await someUser()
    provenBy(get)
    expect(get).toShow({ id })
    if (!mayChange()) return
    const before = await users.before()
    if (before.user) expect(before.get).toShow({ id: before.subject.id })
  })

  requirement('v3.get.agrees-with-list', async ({ someUser, mayChange, users }) => {
    const { get, entry, again } = await someUser()
    provenBy(get)
    if (changedMembers(entry, userOf(get) ?? {}, AGREEING).length > 0) {
      const { get: secondGet, entry: secondEntry } = await again()
      expect(secondGet).toShow(only(secondEntry, AGREEING))
    }
    if (!mayChange()) return
    for (const own of [await users.before(), await users.secondBefore()]) {
      if (own.user && own.entry) expect(own.get).toShow(only(own.entry, AGREEING))
    }
  })

  requirement('v3.get.invited-readable', async ({ users, invitations }) => {
    const { answer, email } = await invitations.first()
    provenBy(answer)
    const { get } = await users.before()
    expect(get).toSucceed()
    expect(get).toShow({ email, status: 'invited' })
  })

  requirement('v3.get.removed-not-found', async ({ removals }) => {
    const { answer, before, after } = await removals.real()
    provenBy(answer)
    expect(after.get).toBeRefused({ status: 404, code: 'RESOURCE_006' })
    provenBy(before.get)
    const { answer: secondAnswer, after: later } = await removals.secondReal()
    if (later.get && succeeded(secondAnswer))
      expect(later.get).toBeRefused({ status: 404, code: 'RESOURCE_006' })
  })

  requirement('v3.get.unknown-user', async ({ admin, unknownId, someUser }) => {
    expect(await admin.get(unknownId, { purpose: 'unknown id' })).toBeRefused({
      status: 404,
      code: 'RESOURCE_006',
    })
    provenBy((await someUser()).get)
  })

  requirement('v3.get.malformed-id', async ({ admin, malformedId, someUser }) => {
    const answer = await admin.get(malformedId, { purpose: 'malformed id' })
    expect(answer).toBeRefused({ status: [404, 400], code: ['RESOURCE_006', 'VALIDATION_'] })
    provenBy((await someUser()).get)
  })

  requirement('v3.get.stable-read', async ({ harmless }) => {
    const { first, second } = await harmless.readTwice()
    if (!first.user) throw new Inconclusive('the user could not be read twice')
    seenIn(first.get)
    expect(second.get).toShow(only(first.user, STABLE_MEMBERS))
  })

  requirement('v3.get.developer-allowed', async ({ developer, someUser, once }) => {
    const { id, get } = await someUser()
    provenBy(get)
    const answer = await once('get by developer', () => developer.get(id, { purpose: 'read as developer' }))
    expect(answer).toSucceed()
    expect(answer).toShow({ id })
  })
})

function only(user: V3User, members: readonly string[]): V3User {
  return Object.fromEntries(members.map((name) => [name, user[name]]))
}
