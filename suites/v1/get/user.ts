/** `GET /api/v1/users/{id}`: one user. */

import { differingMembers, idOf, STABLE_MEMBERS, userOf } from '../../../contracts/v1/client/user.ts'
import { GET } from '../../../contracts/v1/pages.ts'
import { OTHER_ID } from '../../../contracts/v1/refusals.ts'
import { sideBySide } from '../../../contracts/v1/side-by-side.ts'
import { BROKEN_IDS, isSameInOtherCase, REWRITTEN, WORDS } from '../../../contracts/v1/steps/odd-ids.ts'
import { entailed, inferred, stated } from '../../../language/declaration.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { only } from '../../../model/user.ts'
import { page, requirement } from '../language.ts'
import { BEGINNING, OTHER_IDS, otherIdCells, ZEROS } from '../other-ids.ts'

export const user = page(GET, [
  requirement('id-echoed', {
    must: 'The answer is the user that was asked for.',
    source: entailed('DG-01', 'DG-05'),
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
    source: entailed('DG-03', 'DG-06'),
    accepts: 'last_login on top.',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    follows: [
      'v1.create.shape',
      'v1.create.id-new',
      'v1.create.name-echoed',
      'v1.create.email-echoed',
      'v1.create.role-missing',
    ],
    async check({ expect, provenBy, people, removals }) {
      provenBy((await people.leaver()).answer)
      await sideBySide(await people.made(), async ({ who, creation }) => {
        // The resident's address was asked for again before it was read.
        if (who === 'resident') return
        const created = userOf(creation.answer) ?? {}
        const { get, user } = await people.shown(who)
        provenBy(get)
        if (!user) return
        const differing = differingMembers(created, user, STABLE_MEMBERS)
        if (differing.length > 0) expect(get).toShow(only(created, differing))
      })
      const again = await removals.secondLife.shown().catch(() => undefined)
      if (again?.user) {
        const { answer } = await removals.secondLife.created()
        const differing = differingMembers(userOf(answer) ?? {}, again.user, STABLE_MEMBERS)
        if (differing.length > 0) expect(again.get).toShow(only(userOf(answer) ?? {}, differing))
      }
      // What a forbidden removal does, and what reading alone does, is told apart.
      const before = await people.residentShown()
      const after = await removals.afterForbidden().catch(() => before.get)
      const now = userOf(after)
      if (!before.user || !now || differingMembers(before.user, now, STABLE_MEMBERS).length === 0) return
      const changed = await removals.changedByReading()
      const promise = 'a user who stays the same when read'
      expect(before.get).toKeep(promise, changed.length === 0, `another ${changed.join(', ')}`)
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
      if (idOf(user) === undefined) throw new Inconclusive('the answer shows no user')
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

  requirement('other-ids-404', {
    must: 'An id of another form than those of the target, which nobody has, finds nobody.',
    source: entailed('DG-07', 'DG-01'),
    accepts: '404 or 400 with any body; another refusal is a warning.',
    about: 'not-found',
    follows: ['v1.get.unknown-404'],
    cells: otherIdCells(OTHER_IDS, [...WORDS, ...BROKEN_IDS, ...REWRITTEN]),
    async check({ expect, provenBy, tried, otherIds, oddIds, plenty, spareOrSomebody, someUser }) {
      const { id, get } = await someUser()
      await sideBySide(OTHER_IDS, async (form) => {
        const answer = await otherIds.read(form)
        if (form === ZEROS && otherIds.isTaken(form, answer)) return
        expect(answer).toBeRefused(OTHER_ID)
        tried(form)
      })
      const beginning = await otherIds.beginning(id)
      if (beginning) {
        expect(beginning).toBeRefused(OTHER_ID)
        tried(BEGINNING)
      }
      await sideBySide(await plenty.of([...WORDS, ...BROKEN_IDS]), async (form) => {
        const answer = await oddIds.read(form)
        if (oddIds.isTaken(form, answer)) return
        expect(answer).toBeRefused(OTHER_ID)
        tried(form)
      })
      const whose = await spareOrSomebody()
      await sideBySide(await oddIds.readRewritten(whose), async (read) => {
        if (!isSameInOtherCase(read, whose.id)) expect(read.answer).toBeRefused(OTHER_ID)
        tried(read.form)
      })
      provenBy(get)
    },
  }),
])
