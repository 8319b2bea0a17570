/** `GET /api/v1/users/{id}`: one user. */
import { only } from '../../helpers/users.ts'
import { differingMembers, STABLE_MEMBERS, userOf } from '../../helpers/v1/user.ts'
import { describe, expect, provenBy, requirement, seenIn } from './language.ts'

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
    const { answer } = await people.resident()
    provenBy(answer)
    const created = userOf(answer) ?? {}
    const { get, user } = await people.residentShown()
    if (user) {
      const differing = differingMembers(created, user, STABLE_MEMBERS)
      if (differing.length > 0) expect(get).toShow(only(created, differing))
    }
    provenBy(get)
    // A later reading may show what a forbidden removal did; what reading alone does is told apart.
    const later = userOf(await removals.afterForbidden().catch(() => get))
    const since = later && user ? differingMembers(user, later, STABLE_MEMBERS) : []
    if (since.length === 0) return
    const changed = await removals.changedByReading()
    expect(get).toKeep(
      'a user who stays the same when read',
      changed.length === 0,
      `another ${changed.join(', ')}`,
    )
  })

  requirement('v1.get.last-login-empty', async ({ people }) => {
    provenBy((await people.resident()).answer)
    const { get, user } = await people.residentShown()
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
