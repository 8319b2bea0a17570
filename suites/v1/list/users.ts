/** `GET /api/v1/users`: who is listed, and what the list says of them. */

import { differingMembers, ENTRY_MEMBERS, entriesOf, userOf } from '../../../contracts/v1/client/user.ts'
import { isComplete } from '../../../contracts/v1/inspection/judge-pages.ts'
import { LIST } from '../../../contracts/v1/pages.ts'
import { sideBySide } from '../../../contracts/v1/side-by-side.ts'
import { INSIDE } from '../../../contracts/v1/steps/listed.ts'
import { entailed } from '../../../language/declaration.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byId, idOf } from '../../../model/user.ts'
import { page, requirement } from '../language.ts'

export const users = page(LIST, [
  requirement('created-user-listed', {
    must: 'A new user is listed.',
    source: entailed('DC-02', 'DL-02 DL-19'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    follows: ['v1.create.retrievable', 'v1.create.duplicate-changes-nothing'],
    async check({ has, expect, seen, provenBy, census, directory, people }) {
      const newcomer = await people.leaver()
      provenBy(newcomer.answer)
      const { pages, complete } = await census.taken()
      seen(...pages.map(({ answer }) => answer))
      const [page] = pages
      if (!page) return
      const made = await people.made()
      const { late } = await directory.walk()
      for (const { answer } of late) expect(answer).toSucceed()
      const missing = made.filter(({ creation }) => !has(pages, creation))
      for (const { creation } of isComplete(page) || complete ? missing : []) {
        if (isComplete(page)) expect(page.answer).toInclude({ email: creation.email })
        expect(page.answer).toKeep('the new user on one of the pages', false, 'pages without it', '/data')
      }
      if (!has(pages, newcomer)) throw new Inconclusive('the list is too long to be searched for a new user')
    },
  }),

  requirement('agrees-with-get', {
    must: 'A listed user is found by its id, with the same e-mail, name, status and creation time.',
    source: entailed('DG-01', 'DL-01 DG-06'),
    accepts: 'Differences while somebody changes the user: a difference must show twice.',
    about: 'effects',
    follows: ['v1.create.id-new', 'v1.create.duplicate-changes-nothing', 'v1.get.id-echoed', 'v1.get.shape'],
    async check(context) {
      const { expect, seen, expectSound, callers, directory, census, people, listed, mayChange, plenty } =
        context
      expectSound((await directory.walk()).attempts, 'agree')
      if (mayChange()) {
        const { pages } = await census.taken()
        await sideBySide(await people.made(), async ({ who }) => {
          const { id, user, get } = await people.shown(who)
          for (const { entries, answer } of pages) {
            const entry = byId(entries ?? [], id)[0]
            if (!entry || idOf(user) === undefined || !user) continue
            seen(get)
            const differing = differingMembers(user, entry, ENTRY_MEMBERS)
            const actual = `another ${differing.join(', ')}`
            expect(answer).toKeep('the user as it reads by its id', differing.length === 0, actual, '/data')
          }
        })
      }
      // Where there was nobody before the run, its own users have to do.
      const isEmpty = mayChange() && entriesOf(await directory.baseline())?.length === 0
      const ends = isEmpty ? [] : await Promise.all([listed.at('first'), listed.at('last')])
      const between = await Promise.allSettled(
        (await plenty.of(isEmpty ? [] : INSIDE)).map((one) => listed.at(one)),
      )
      const inside = between.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      const both = [...ends, ...inside]
      // Where no user at all can be read, that is for GET /api/v1/users/{id} to answer for.
      const own = mayChange() ? [(await people.leaverShown()).get] : []
      const reads = [...own, ...both.map(({ get }) => get)]
      const isUnread = reads.every((get) => idOf(userOf(get)) === undefined)
      for (const get of isUnread ? reads.slice(0, 1) : []) expect(get).toShow({})
      for (const { get, list, differing } of both) {
        seen(list)
        // Where nobody is found, the list may be the one that is wrong.
        if (get.status >= 500) callers.deniedWrongly(get)
        expect(get).toKeep(
          'the user as the list shows it',
          differing.length === 0,
          get.status === 200 ? `another ${differing.join(', ')}` : `status ${get.status}`,
        )
      }
    },
  }),
])
