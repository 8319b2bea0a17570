/** `status`: the list of those who have it, and of nobody else. */

import { idsOf, type Page } from '../../../contracts/v1/client/pages.ts'
import { entriesOf, metaOf, userOf, type V1User } from '../../../contracts/v1/client/user.ts'
import { isComplete } from '../../../contracts/v1/inspection/judge-pages.ts'
import { LIST } from '../../../contracts/v1/pages.ts'
import { sideBySide } from '../../../contracts/v1/side-by-side.ts'
import { entailed, inferred, stated } from '../../../language/declaration.ts'
import type { Answer } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { page, requirement } from '../language.ts'
import { isServed } from './served.ts'

/** No words at all: a parameter without a value, and a sign that means something to databases. */
const NO_STATUSES = ['', "'"]

export const filter = page(LIST, [
  requirement('filter-complete', {
    must: 'With a status filter every user who has that status is listed.',
    source: stated('DL-07'),
    accepts: 'Differences that users explain who come and go meanwhile.',
    about: 'pagination',
    follows: ['v1.delete.gone-from-list'],
    async check({ expect, expectSound, filters, filterGaps }) {
      expectSound((await filters.read()).attempts, 'filter')
      const unlisted = await filterGaps.unlisted()
      if (unlisted) {
        expect(unlisted.page.answer).toKeep(
          `all ${unlisted.status} users in the list of everybody`,
          false,
          'somebody in the list of that status whom no page of everybody shows',
          '/data',
        )
      }
      const gap = await filterGaps.find()
      if (!gap) return
      const { status, page } = gap
      expect(page.answer).toKeep(
        `all ${status} users under status ${status}`,
        false,
        'not somebody whom the whole list shows with that status, and who has it when read alone',
        '/data',
      )
    },
  }),

  requirement('filter-with-pages', {
    must: 'With a status filter, too, every page but the last is full, no user stands on two, and none is missing.',
    source: entailed('DL-07', 'DL-03 DL-05 DL-18'),
    accepts: 'Differences that users explain who come and go meanwhile.',
    about: 'pagination',
    follows: [
      'v1.list.page-starts-at-1',
      'v1.list.pages-full',
      'v1.list.pages-disjoint',
      'v1.list.pages-complete',
    ],
    async check({ expect, expectSound, filters }) {
      const { attempts } = await filters.read()
      for (const kind of ['start', 'full', 'disjoint', 'complete'] as const) expectSound(attempts, kind)
      for (const { answer, entries = [], limit } of await filters.twos()) {
        const isWithin = entries.length <= limit
        expect(answer).toKeep(
          `at most ${limit} users under limit ${limit}`,
          isWithin,
          `${entries.length}`,
          '/data',
        )
      }
    },
  }),

  requirement('total-filtered', {
    should: 'With a status filter meta.total counts the users who have that status.',
    source: inferred('DL-17'),
    accepts: 'Differences that users explain who come and go meanwhile.',
    about: 'pagination',
    async check({ expect, expectSound, filters, filterGaps }) {
      expectSound((await filters.read()).attempts, 'total')
      const gap = await filterGaps.find()
      const total = gap?.page.total
      if (!gap || total === undefined) return
      const { status, page, least } = gap
      expect(page.answer).toKeep(
        `a total of at least ${least} ${status} users`,
        total >= least,
        `${total}`,
        '/meta/total',
      )
    },
  }),

  requirement('filter-finds-new-user', {
    must: 'A new user is found under the status pending and under no other.',
    source: entailed('DL-07', 'DL-19 DC-11'),
    about: 'pagination',
    needs: ['SAFETY=disposable'],
    follows: ['v1.create.email-echoed', 'v1.create.duplicate-changes-nothing', 'v1.get.agrees-with-create'],
    async check({ expect, seen, provenBy, people, census, directory, filters }) {
      const { answer } = await people.resident()
      provenBy(answer)
      if (userOf(answer)?.status !== 'pending') throw new Inconclusive('the new user was not pending')
      const { id } = await census.resident()
      const early = await census.pending()
      if (early.entries && isComplete(early)) {
        for (const { creation } of await people.made()) {
          const isPending = userOf(creation.answer)?.status === 'pending'
          if (isPending) expect(early.answer).toInclude({ email: creation.email })
        }
      }
      const { first } = await filters.read()
      const holds = (page: Page): boolean => idsOf(page).includes(id)
      const pending = first.lists.flatMap(({ status, pages }) => (status === 'pending' ? pages : []))
      const others = first.lists.flatMap(({ status, pages }) => (status === 'pending' ? [] : pages))
      seen(...pending.map((page) => page.answer))
      if (!pending.some(holds) || others.some(holds)) {
        const now = await people.read(id, 'is the new user still pending?')
        if (userOf(now)?.status !== 'pending') throw new Inconclusive('the new user is pending no longer')
      }
      for (const page of others) if (page.entries) expect(page.answer).toExclude({ id })
      if (pending.some(holds)) return
      const [page] = pending
      const { census: everybody } = await directory.walk()
      if (everybody && !everybody.entries) throw new Inconclusive('no list can be had with limit 100')
      if (page && (!page.entries || isComplete(page))) expect(page.answer).toInclude({ id })
      const found = await directory.seek(pending, userOf(answer) ?? {}, 'pending')
      seen(...found.map((one) => one.answer))
      if (!found.some(holds)) {
        throw new Inconclusive('the list of pending users is too long to be searched for a new one')
      }
    },
  }),

  requirement('status-unknown', {
    must: 'A status that does not exist is refused, or nobody is found under it.',
    source: entailed('DS-05', 'DL-07'),
    accepts: '400 (422 is a warning); 200 with an empty page; 200 without any filter (a warning).',
    about: 'pagination',
    async check(context) {
      const { expect, provenBy, probes, directory, plenty } = context
      const statuses = [probes.unknownStatus, ...(await plenty.of(NO_STATUSES))]
      await sideBySide(statuses, async (status) => {
        const answer = await probes.list({ status })
        if (!isServed(context, answer)) return
        const entries = readable(answer)
        const labelled = entries.some((entry) => entry.status === status)
        expect(answer).toKeep(
          'nobody with a status that does not exist',
          !labelled,
          'users labelled with it',
          '/data',
        )
        // A parameter without a value may be as good as none.
        if (status !== '')
          expect(answer).toPrefer('nobody', entries.length === 0, `${entries.length} users`, '/data')
      })
      provenBy(await directory.baseline())
    },
  }),

  requirement('status-case', {
    should: 'A status in upper case is refused, or filters like the one in lower case, or finds nobody.',
    source: inferred('DL-07'),
    accepts:
      '400 (422 is a warning); 200 with an empty or a filtered page; 200 without any filter (a warning).',
    about: 'pagination',
    async check(context) {
      const { expect, provenBy, probes, directory } = context
      const answer = await probes.list({ status: 'ACTIVE' })
      if (isServed(context, answer)) {
        const others = readable(answer).filter(({ status }) => status !== 'active')
        expect(answer).toPrefer('active users alone, or nobody', others.length === 0, 'others too', '/data')
      }
      provenBy(await directory.baseline())
    },
  }),
])

/** @throws Inconclusive where the answer is no list, so that nobody can be seen in it */
function readable(answer: Answer): V1User[] {
  const entries = entriesOf(answer)
  if (entries === undefined) throw new Inconclusive('the answer is no list')
  // Nobody on a page that does not say how many there are is no sign that nobody was found.
  if (metaOf(answer).total === undefined)
    throw new Inconclusive('the list does not say how many users there are')
  return entries
}
