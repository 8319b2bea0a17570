/** `GET /api/v1/users`: who is listed, and what the list says of them. */
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { byId } from '../../helpers/users.ts'
import { has } from '../../helpers/v1/fixtures/census.ts'
import { isComplete } from '../../helpers/v1/judge-pages.ts'
import { differingMembers, ENTRY_MEMBERS } from '../../helpers/v1/user.ts'
import { describe, expect, expectSound, provenBy, requirement, seenIn } from './vocabulary.ts'

describe('GET /api/v1/users', () => {
  requirement('v1.list.created-user-listed', async ({ census, people }) => {
    const newcomer = await people.leaver()
    provenBy(newcomer.answer)
    const { pages, complete } = await census.taken()
    seenIn(...pages.map(({ answer }) => answer))
    const [page] = pages
    if (has(pages, newcomer) || !page) return
    if (isComplete(page)) expect(page.answer).toInclude({ email: newcomer.email })
    if (!complete) throw new Inconclusive('the list is too long to be searched for a new user')
    expect(page.answer).toKeep('the new user on one of the pages', false, 'pages without it', '/data')
  })

  requirement('v1.list.agrees-with-get', async ({ directory, census, people, listed, mayChange }) => {
    expectSound((await directory.walk()).attempts, 'agree')
    if (mayChange()) {
      const { id, user, get } = await people.leaverShown()
      const { pages } = await census.taken()
      for (const { entries, answer } of pages) {
        const entry = byId(entries ?? [], id)[0]
        if (!entry || !user) continue
        seenIn(get)
        const differing = differingMembers(user, entry, ENTRY_MEMBERS)
        const actual = `another ${differing.join(', ')}`
        expect(answer).toKeep('the user as it reads by its id', differing.length === 0, actual, '/data')
      }
    }
    for (const { get, list, differing } of await Promise.all([listed.at('first'), listed.at('last')])) {
      seenIn(list)
      expect(get).toKeep(
        'the user as the list shows it',
        differing.length === 0,
        get.status === 200 ? `another ${differing.join(', ')}` : `status ${get.status}`,
      )
    }
  })
})
