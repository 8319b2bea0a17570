/** `GET /api/v1/users/{id}`: one user. */
import { inferred, stated } from '../../../helpers/suite/declaration.ts'
import { only } from '../../../model/user.ts'
import { differingMembers, STABLE_MEMBERS, userOf } from '../client/user.ts'
import { page, requirement } from '../language.ts'
import { GET } from '../pages.ts'

export const user = page(GET, [
  requirement('id-echoed', {
    must: 'The answer is the user that was asked for.',
    source: inferred('DG-05 DG-01'),
    about: 'shape',
    async check({ expect, provenBy, someUser, people, mayChange }) {
      const { id, get } = await someUser()
      provenBy(get)
      expect(get).toShow({ id })
      if (!mayChange()) return
      const leaver = await people.leaverShown()
      if (leaver.user) expect(leaver.get).toShow({ id: leaver.id })
    },
  }),

  requirement('agrees-with-create', {
    must: 'A new user reads as the answer to its creation said.',
    source: inferred('DG-06'),
    accepts: 'last_login on top.',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people, removals }) {
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
    },
  }),

  requirement('last-login-empty', {
    should: 'Somebody who was just created has no last login.',
    source: inferred('DS-08 DG-04'),
    accepts: 'null, or the member left out.',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people }) {
      provenBy((await people.leaver()).answer)
      const { get, user } = await people.leaverShown()
      provenBy(get)
      const login = user?.last_login
      expect(get).toKeep('no last login', login === undefined || login === null, 'one', '/last_login')
    },
  }),

  requirement('unknown-404', {
    must: 'An unknown id is answered with 404.',
    source: stated('DG-07'),
    about: 'not-found',
    async check({ expect, seen, provenBy, getOfUnknown, someUser }) {
      expect(await getOfUnknown()).toBeRefused({ status: 404 })
      const { get } = await someUser()
      seen(get)
      provenBy(get)
    },
  }),
])
