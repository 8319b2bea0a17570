/** An address that is taken already. */

import { inferred, stated } from '../../../helpers/suite/declaration.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byEmail } from '../../../model/user.ts'
import { differingMembers, STABLE_MEMBERS, userOf } from '../client/user.ts'
import { page, requirement } from '../language.ts'
import { CREATE } from '../pages.ts'

export const duplicates = page(CREATE, [
  requirement('duplicate-409', {
    must: 'An address that is taken is refused with 409.',
    source: stated('DC-16'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people }) {
      const { answer } = await people.duplicate()
      expect(answer).toBeRefused({ status: 409 })
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('duplicate-keeps-one', {
    must: 'After a refused duplicate one user has the address.',
    source: inferred('DC-18'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people, census }) {
      const { email } = await people.duplicate()
      const { pages, complete, near } = await census.taken()
      for (const { entries, answer } of pages) {
        const count = byEmail(entries ?? [], email).length
        expect(answer).toKeep('one user with the address', count <= 1, `${count} of them`, '/data')
      }
      const ids = new Set(pages.flatMap(({ entries }) => byEmail(entries ?? [], email).map(({ id }) => id)))
      const [page] = pages
      if (page) {
        expect(page.answer).toKeep('one user with the address', ids.size <= 1, `${ids.size} of them`, '/data')
      }
      if (!complete && !near) throw new Inconclusive('the list is too long to be searched for new users')
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('duplicate-changes-nothing', {
    must: 'A refused duplicate leaves the user who has the address as it was.',
    source: inferred('DC-18'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, provenBy, people }) {
      const [resident, leaver] = [await people.resident(), await people.leaver()]
      provenBy(resident.answer)
      seen((await people.duplicate()).answer)
      const [touched, untouched] = [await people.residentShown(), await people.leaverShown()]
      if (touched.get.status >= 500)
        throw new Inconclusive(`the user could not be read: ${touched.get.status}`)
      if (!touched.user && !untouched.user) throw new Inconclusive('no new user can be read')
      const status = `status ${touched.get.status}`
      expect(touched.get).toKeep('the user to be still there', touched.user !== undefined, status)
      // What reading tells differently of a user whom nobody touched is no effect of the duplicate.
      const usual = differingMembers(userOf(leaver.answer) ?? {}, untouched.user ?? {}, STABLE_MEMBERS)
      const changed = differingMembers(userOf(resident.answer) ?? {}, touched.user ?? {}, STABLE_MEMBERS)
      if (usual.includes('id') || usual.includes('email')) {
        throw new Inconclusive('reading a new user by its id shows somebody else')
      }
      const own = changed.filter((member) => !usual.includes(member))
      expect(touched.get).toKeep('the user as before', own.length === 0, `another ${own.join(', ')}`)
    },
  }),
])
