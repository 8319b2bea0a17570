/** `GET /api/v1/users/{id}`: one user. */
import { only } from '../../helpers/users.ts'
import { differingMembers, STABLE_MEMBERS, userOf } from '../../helpers/v1/user.ts'
import { describe, expect, provenBy, requirement, seenIn } from './vocabulary.ts'

describe('GET /api/v1/users/{id}', () => {
  requirement('v1.get.id-echoed', async ({ someUser, people, mayChange }) => {
    const { id, get } = await someUser()
    provenBy(get)
    expect(get).toShow({ id })
    if (!mayChange()) return
    const leaver = await people.leaverShown()
    if (leaver.user) expect(leaver.get).toShow({ id: leaver.id })
  })

  requirement('v1.get.agrees-with-create', async ({ people, removals }) => {
    const { answer } = await people.leaver()
    provenBy(answer)
    const created = userOf(answer) ?? {}
    const { get, user } = await people.leaverShown()
    if (user) {
      const differing = differingMembers(created, user, STABLE_MEMBERS)
      if (differing.length > 0) expect(get).toShow(only(created, differing))
    }
    provenBy(get)
    // What a forbidden removal does, and what reading alone does, is told apart.
    const before = await people.residentShown()
    const after = await removals.afterForbidden().catch(() => before.get)
    if (differingMembers(before.user ?? {}, userOf(after) ?? {}, STABLE_MEMBERS).length === 0) return
    const changed = await removals.changedByReading()
    const promise = 'a user who stays the same when read'
    expect(get).toKeep(promise, changed.length === 0, `another ${changed.join(', ')}`)
  })

  requirement('v1.get.last-login-empty', async ({ people }) => {
    provenBy((await people.leaver()).answer)
    const { get, user } = await people.leaverShown()
    provenBy(get)
    const login = user?.last_login
    expect(get).toKeep('no last login', login === undefined || login === null, 'one', '/last_login')
  })

  requirement('v1.get.unknown-404', async ({ getOfUnknown, someUser }) => {
    expect(await getOfUnknown()).toBeRefused({ status: 404 })
    const { get } = await someUser()
    seenIn(get)
    provenBy(get)
  })
})
