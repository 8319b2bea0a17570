/** `POST /api/v1/users`: an address that is taken already. */
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { byEmail } from '../../helpers/users.ts'
import { differingMembers, STABLE_MEMBERS, userOf } from '../../helpers/v1/user.ts'
import { describe, expect, provenBy, requirement, seenIn } from './vocabulary.ts'

describe('POST /api/v1/users', () => {
  requirement('v1.create.duplicate-409', async ({ people }) => {
    const { answer } = await people.duplicate()
    expect(answer).toBeRefused({ status: 409 })
    provenBy((await people.resident()).answer)
  })

  requirement('v1.create.duplicate-keeps-one', async ({ people, census }) => {
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
  })

  requirement('v1.create.duplicate-changes-nothing', async ({ people }) => {
    const [resident, leaver] = [await people.resident(), await people.leaver()]
    provenBy(resident.answer)
    seenIn((await people.duplicate()).answer)
    const [touched, untouched] = [await people.residentShown(), await people.leaverShown()]
    if (touched.get.status >= 500) throw new Inconclusive(`the user could not be read: ${touched.get.status}`)
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
  })
})
