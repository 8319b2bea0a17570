/** An address that is taken already. */

import { differingMembers, STABLE_MEMBERS, userOf, type V1User } from '../../../contracts/v1/client/user.ts'
import { CREATE } from '../../../contracts/v1/pages.ts'
import { DUPLICATES } from '../../../contracts/v1/steps/duplicates.ts'
import { differenceText } from '../../../helpers/text/difference.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byEmail } from '../../../model/user.ts'
import { page, requirement, type V1Context } from '../language.ts'

const CORE = DUPLICATES.filter((which) => which.startsWith('member'))
/** Whoever cannot be created has no address to be asked for again. */
const FURTHER = Object.fromEntries(
  DUPLICATES.filter((which) => !CORE.includes(which)).map((which) => [which, 'such a user']),
)

export const duplicates = page(CREATE, [
  requirement('duplicate-409', {
    must: 'An address that is taken is refused with 409.',
    source: stated('DC-16'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    cells: { core: CORE, further: FURTHER },
    async check({ expect, provenBy, tried, people }) {
      await people.duplicate()
      for (const { which, creation } of await people.duplicates.all()) {
        await people.hasRoom(creation.answer)
        expect(creation.answer).toBeRefused({ status: 409 })
        tried(which)
      }
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('duplicate-keeps-one', {
    must: 'After a refused duplicate one user has the address.',
    source: entailed('DC-16', 'DC-18'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people, census }) {
      await people.duplicate()
      const { pages, complete, near } = await census.taken()
      const emails = new Set((await people.duplicates.all()).map(({ creation }) => creation.email))
      for (const email of emails) {
        for (const { entries, answer } of pages) {
          const count = byEmail(entries ?? [], email).length
          expect(answer).toKeep('one user with the address', count <= 1, `${count} of them`, '/data')
        }
        const ids = new Set(pages.flatMap(({ entries }) => byEmail(entries ?? [], email).map(({ id }) => id)))
        const [page] = pages
        if (page) {
          expect(page.answer).toKeep(
            'one user with the address',
            ids.size <= 1,
            `${ids.size} of them`,
            '/data',
          )
        }
      }
      if (!complete && !near) throw new Inconclusive('the list is too long to be searched for new users')
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('duplicate-changes-nothing', {
    must: 'A refused duplicate leaves the user who has the address as it was.',
    source: entailed('DC-16', 'DC-18'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, provenBy, people }) {
      const resident = await people.resident()
      provenBy(resident.answer)
      for (const { creation } of await people.duplicates.all()) seen(creation.answer)
      const touched = await people.residentShown()
      if (touched.get.status >= 500)
        throw new Inconclusive(`the user could not be read: ${touched.get.status}`)
      const untouched = await others(people)
      if (!touched.user && untouched.length === 0) throw new Inconclusive('no new user can be read')
      const status = `status ${touched.get.status}`
      expect(touched.get).toKeep('the user to be still there', touched.user !== undefined, status)
      // What reading tells differently of users whom nobody touched is no effect of the duplicate.
      const usual = new Set(
        untouched.flatMap(({ created, user }) => differingMembers(created, user, STABLE_MEMBERS)),
      )
      if (usual.has('id') || usual.has('email')) {
        throw new Inconclusive('reading a new user by its id shows somebody else')
      }
      const before = userOf(resident.answer) ?? {}
      const after = touched.user ?? {}
      const own = differingMembers(before, after, STABLE_MEMBERS).filter((member) => !usual.has(member))
      expect(touched.get).toKeep('the user as before', own.length === 0, differenceText(before, after, own))
      const signedIn =
        isText(touched.user?.last_login) && !untouched.some(({ user }) => isText(user.last_login))
      expect(touched.get).toKeep('nobody who has signed in', !signedIn, 'a last login', '/last_login')
    },
  }),
])

/** New users of whom nothing was asked for again before they were read. */
async function others(people: V1Context['people']): Promise<{ created: V1User; user: V1User }[]> {
  const made = (await people.made()).filter(({ who }) => who !== 'resident')
  const shown = await Promise.allSettled(made.map(({ who }) => people.shown(who)))
  return made.flatMap(({ creation }, index) => {
    const one = shown[index]
    const user = one?.status === 'fulfilled' ? one.value.user : undefined
    return user === undefined ? [] : [{ created: userOf(creation.answer) ?? {}, user }]
  })
}

const isText = (value: unknown): boolean => typeof value === 'string'
