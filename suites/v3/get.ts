/** `GET /v3/users/{userId}`: one user of an organization or profile. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { type Sight, STABLE_MEMBERS } from '../../helpers/v3/fixtures/sight.ts'
import { changedMembers, userOf, type V3User } from '../../helpers/v3/user.ts'
import { describe, expect, provenBy, requirement, seenIn } from './vocabulary.ts'

const AGREEING = ['id', 'email', 'name', 'role', 'status', 'created_at'] as const

describe('GET /v3/users/{userId}', () => {
  requirement('v3.get.success-status', async (fixtures) => {
    const { someUser, mayChange, users, harmless, removals, ladder } = fixtures
    expect((await someUser()).get).toSucceed()
    if (!mayChange()) return
    // Whom the list shows can be read, whatever the role; what one step cannot show, another may.
    const sights = await Promise.allSettled<Sight | undefined>([
      users.before(),
      users.secondBefore(),
      harmless.refusals().then(({ after }) => after),
      harmless.simulated().then(({ before }) => before),
      removals.real().then(({ before }) => before),
      removals.thirdKept().then((kept) => kept?.after),
    ])
    for (const one of sights) {
      if (one.status === 'fulfilled' && one.value?.entry) expect(one.value.get).toSucceed()
    }
    const self = await ladder.simulate('self').catch(() => undefined)
    if (self?.get && self.after) expect(self.get).toSucceed()
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
