/** `POST /api/v1/users`: a new user. */

import { entriesOf, userOf } from '../../../contracts/v1/client/user.ts'
import { CREATE } from '../../../contracts/v1/pages.ts'
import { sideBySide } from '../../../contracts/v1/side-by-side.ts'
import type { Creation } from '../../../contracts/v1/steps/people.ts'
import { entailed, inferred, shown } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byId } from '../../../model/user.ts'
import { page, requirement, type V1Context } from '../language.ts'

const CLOCK_TOLERANCE_MS = 10 * 60_000

export const user = page(CREATE, [
  requirement('email-echoed', {
    must: 'The answer repeats the e-mail address of the request.',
    source: shown('DC-10'),
    accepts: 'Letter case.',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    check: echoed('email'),
  }),

  requirement('name-echoed', {
    must: 'The answer repeats the name of the request, letter by letter.',
    source: shown('DC-10'),
    about: 'shape',
    needs: ['SAFETY=disposable'],
    check: echoed('name'),
  }),

  requirement('role-echoed', {
    must: 'The answer repeats the role of the request.',
    source: shown('DC-10 DS-06'),
    about: 'shape',
    needs: ['SAFETY=disposable'],
    check: echoed('role'),
  }),

  requirement('status-pending', {
    must: 'A new user is pending.',
    source: shown('DC-11'),
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, provenBy, people } = context
      const { answer } = await people.resident()
      provenBy(answer)
      expect(answer).toShow({ status: 'pending' })
      const curious = (await people.curious()).answer
      for (const { answer: other } of await everybody(context)) {
        // Taking over the status in the request is a matter of its own.
        const taken = other === curious && userOf(other)?.status === people.chosen.status
        if (!taken) expect(other).toShow({ status: 'pending' })
      }
    },
  }),

  requirement('created-at-now', {
    should: 'created_at of a new user is about now.',
    source: inferred('DC-12'),
    accepts: 'Clocks that differ by up to ten minutes.',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, provenBy, people } = context
      provenBy((await people.resident()).answer)
      for (const { answer } of await everybody(context)) {
        const off = Math.abs(Date.parse(String(userOf(answer)?.created_at)) - answer.receivedAt)
        const now = off <= CLOCK_TOLERANCE_MS
        expect(answer).toKeep('a time about now', now, 'another time or none', '/created_at')
      }
    },
  }),

  requirement('id-new', {
    must: 'Every new user has an id of its own.',
    source: entailed('DG-01', 'DC-13'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, seen, provenBy, people, directory } = context
      const before = await directory.baseline()
      const used = new Set((entriesOf(before) ?? []).map(({ id }) => id))
      seen(before)
      provenBy((await people.resident()).answer)
      for (const { answer } of await everybody(context)) {
        const id = userOf(answer)?.id
        const fresh = typeof id === 'string' && id !== '' && !used.has(id) && !directory.wasThere(id)
        expect(answer).toKeep('an id that nobody had before', fresh, 'an id in use, or none', '/id')
        used.add(id)
      }
    },
  }),

  requirement('retrievable', {
    must: 'A new user can be read by the id in the answer.',
    source: entailed('DG-03', 'DC-13'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    follows: ['v1.get.id-echoed', 'v1.get.shape', 'v1.list.agrees-with-get'],
    async check({ expect, provenBy, callers, people, census, removals }) {
      provenBy((await people.leaver()).answer)
      const { pages } = await census.taken()
      await sideBySide(await people.made(), async ({ who, creation: { email } }) => {
        const { id, get } = await people.shown(who)
        const isListed = pages.some(({ entries }) => byId(entries ?? [], id).length > 0)
        // Whom the list shows under this id, reading has to find.
        if (isListed && get.status === 404) {
          callers.deniedWrongly(get)
          throw new Inconclusive('the list shows the user, whom GET /api/v1/users/{id} does not find')
        }
        expect(get).toSucceed()
        // Whether an address with a plus and capitals is kept is for agrees-with-create to say.
        expect(get).toShow(who === 'witness' ? { id } : { email })
      })
      const second = await removals.secondLife.shown().catch(() => undefined)
      if (second) {
        expect(second.get).toSucceed()
        expect(second.get).toShow({ id: second.id })
      }
      // What looks late may be a slip that comes again and again, which is for the reads to answer for.
      await removals.denials()
    },
  }),

  requirement('extra-members-ignored', {
    should: 'An id or a status in the request is not taken over.',
    source: inferred('DC-05 DC-11 DC-13'),
    accepts: '201 with values of its own, or 400.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people }) {
      const { answer } = await people.curious()
      const { answer: plain } = await people.resident()
      if (!succeeded(answer)) {
        const { answer: same, role } = await people.leaver()
        provenBy(same)
        if (role !== 'admin')
          throw new Inconclusive('admins cannot be created, with or without other members')
        expect(answer).toBeRefused({ status: 400, soft: [422] })
        return
      }
      provenBy(plain)
      const user = userOf(answer)
      const { id, status } = people.chosen
      expect(answer).toKeep('an id of its own', user?.id !== id, 'the id in the request', '/id')
      const taken = user?.status === status && userOf(plain)?.status !== status
      expect(answer).toKeep('the status of new users', !taken, 'the status in the request', '/status')
    },
  }),
])

/** The check that a new user has the member of the request. */
function echoed(member: 'email' | 'name' | 'role'): (context: V1Context) => Promise<void> {
  return async (context) => {
    const { expect, provenBy, people } = context
    provenBy((await people.resident()).answer)
    const roleless = (await people.roleless()).answer
    for (const creation of await everybody(context)) {
      if (member === 'role' && creation.answer === roleless) continue
      expect(creation.answer).toShow({ [member]: creation[member] })
    }
  }
}

/** Everybody who was created, the user among them who was removed before. */
async function everybody({ people, removals }: V1Context): Promise<Creation[]> {
  const made = (await people.made()).map(({ creation }) => creation)
  const again = await removals.secondLife.created().catch(() => undefined)
  return again !== undefined && succeeded(again.answer) ? [...made, again] : made
}
