/** `GET /v3/users/{userId}`: one user of an organization or profile. */

import { AGREEING, disagreeing, STABLE_MEMBERS, userOf } from '../../../contracts/v3/client/user.ts'
import { GET } from '../../../contracts/v3/pages.ts'
import { NO_SUCH_ID, NO_SUCH_USER, NO_SUCH_USER_ODDLY, NOT_YOURS } from '../../../contracts/v3/refusals.ts'
import type { Sight } from '../../../contracts/v3/steps/sight.ts'
import { entailed, inferred, shown } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { changedMembers, only } from '../../../model/user.ts'
import { BROKEN_LIST, NOT_INVITED } from '../causes.ts'
import { page, requirement } from '../language.ts'

export const user = page(GET, [
  requirement('success-status', {
    must: 'A listed user is answered with 200.',
    source: entailed('G-02', 'G-01 G-03 G-05 G-06 G-12 L-23'),
    about: 'shape',
    async check({ expect, someUser, mayChange, users, harmless, removals, ladder }) {
      expect((await someUser()).get).toSucceed()
      if (!mayChange()) return
      // Whom the list shows can be read, whatever the role; what one step cannot show, another may.
      const sights = await Promise.allSettled<Sight | undefined>([
        users.before(),
        users.secondBefore(),
        users.companion(),
        harmless.refusals().then(({ after }) => after),
        harmless.simulated().then(({ before }) => before),
        removals.real().then(({ before }) => before),
        removals.thirdKept().then((kept) => kept?.after),
      ])
      for (const one of sights) {
        if (one.status === 'fulfilled' && one.value?.entry) expect(one.value.get).toSucceed()
      }
      const self = await ladder.simulate('self').catch(() => undefined)
      if (self?.get && self.after) expect(self.get).toSucceed()
    },
  }),

  requirement('same-id', {
    must: 'The answer is the user that was asked for.',
    source: entailed('G-02', 'G-09'),
    about: 'shape',
    async check({ expect, provenBy, someUser, mayChange, users, always }) {
      const { id, get } = await someUser()
      provenBy(get)
      expect(get).toShow({ id })
      if (!mayChange()) return
      for (const { user, get: own, subject } of await users.all()) {
        if (user) expect(own).toShow({ id: subject.id })
      }
      const slip = await always.mistaken()
      if (slip) expect(slip.answer).toBeAlways('the user that was asked for', slip)
    },
  }),

  requirement('agrees-with-list', {
    must: 'Id, e-mail, name, role, status and creation time agree with the list.',
    source: entailed('L-12', 'L-13 L-14 G-10'),
    accepts: 'Differences while somebody changes the user: a difference must show twice.',
    about: 'effects',
    follows: [
      ...BROKEN_LIST,
      'v3.list.timestamps-ordered',
      'v3.list.shows-invited',
      'v3.list.shows-active',
      'v3.list.invited-never-logged-in',
      'v3.list.stable-read',
    ],
    async check({ expect, provenBy, someUser, listedPeople, mayChange, users }) {
      const { get, entry, again } = await someUser()
      provenBy(get)
      if (changedMembers(entry, userOf(get) ?? {}, AGREEING).length > 0) {
        const { get: secondGet, entry: secondEntry } = await again()
        expect(secondGet).toShow(only(secondEntry, AGREEING))
      }
      for (const one of await listedPeople()) {
        // Whether somebody suspended or rejected is shown is left open, for each operation by itself.
        const isOpen = !['active', 'invited'].includes(String(one.entry.status))
        if (isOpen && [403, 404].includes(one.get.status)) continue
        expect(one.get).toSucceed()
        expect(one.get).toShow(only(one.entry, AGREEING))
      }
      if (!mayChange()) return
      // Nobody else changes the run's own users, so that all of their members have to agree.
      for (const { user, entry, get: own } of await users.all()) {
        if (user && entry) expect(own).toShow(only(entry, disagreeing(entry, user)))
      }
    },
  }),

  requirement('invited-readable', {
    must: 'An invited user can be read by its id.',
    source: entailed('G-02', 'L-15 G-21 I-28'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    follows: [...NOT_INVITED, { of: 'v3.invite.listed', lacking: 'v3.list.shows-invited' }],
    async check({ expect, provenBy, users, returned, invitations, always }) {
      provenBy((await invitations.first()).answer)
      for (const { get, subject } of await users.all()) {
        expect(get).toSucceed()
        expect(get).toShow({ email: subject.email, status: 'invited' })
      }
      const again = await returned.shown().catch(() => undefined)
      if (again?.entry) {
        expect(again.get).toSucceed()
        expect(again.get).toShow({ email: again.subject.email, status: 'invited' })
      }
      const slip = await always.unread()
      if (slip) expect(slip.answer).toBeAlways('the invited user', slip)
    },
  }),

  requirement('removed-not-found', {
    must: 'A removed user is answered with 404 RESOURCE_006.',
    source: entailed('R-02', 'G-17 G-18 G-20'),
    about: 'not-found',
    needs: ['SAFETY=disposable'],
    follows: ['v3.remove.gone-from-list'],
    async check({ expect, provenBy, removals, always, fromProven }) {
      const { answer, before, after } = await removals.real()
      provenBy(answer)
      expect(after.get).toBeRefused(NO_SUCH_USER)
      provenBy(before.get)
      const { answer: secondAnswer, after: later } = await removals.secondReal()
      if (later.get && succeeded(secondAnswer)) expect(later.get).toBeRefused(NO_SUCH_USER)
      const slip = await always.readAfterwards()
      if (slip) expect(slip.answer).toBeAlways('no removed user', slip)
      const { asDeveloper, last, upper, inProfile } = await removals.lastLook()
      expect(last).toBeRefused(NO_SUCH_USER)
      if (upper) expect(upper).toBeRefused(NO_SUCH_USER_ODDLY)
      if (inProfile) expect(inProfile).toBeRefused(NOT_YOURS)
      for (const answer of await fromProven([asDeveloper])) expect(answer).toBeRefused(NO_SUCH_USER)
    },
  }),

  requirement('unknown-user', {
    must: 'An unknown id is answered with 404 RESOURCE_006.',
    source: shown('G-17 G-18 G-24 G-19'),
    accepts: 'Of a user of another organization 403, too.',
    about: 'not-found',
    cells: { core: ['nobody'], further: { 'user of another organization': 'FOREIGN_USER_ID' } },
    async check(context) {
      const { expect, provenBy, tried, oddReads, someUser, isSet, fromProven, foreigner } = context
      for (const [form, answer] of await oddReads.unknown()) {
        expect(answer).toBeRefused(form === 'a random UUID' ? NO_SUCH_USER : NO_SUCH_USER_ODDLY)
      }
      const byDeveloper = isSet('DEVELOPER_API_KEY') ? await oddReads.unknownByDeveloper() : undefined
      for (const answer of await fromProven([byDeveloper])) expect(answer).toBeRefused(NO_SUCH_USER)
      provenBy((await someUser()).get)
      tried('nobody')
      for (const answer of await context.restingOn('FOREIGN_USER_ID', async () => [await foreigner.read()])) {
        expect(answer).toBeRefused(NOT_YOURS)
        tried('user of another organization')
      }
    },
  }),

  requirement('malformed-id', {
    must: 'An id that is no UUID is refused.',
    source: entailed('G-02', 'G-17 G-22 G-03'),
    accepts: '404, or 400 with a VALIDATION code.',
    about: 'validation',
    async check({ expect, provenBy, oddReads, someUser }) {
      for (const [, answer] of await oddReads.malformed()) expect(answer).toBeRefused(NO_SUCH_ID)
      provenBy((await someUser()).get)
    },
  }),

  requirement('stable-read', {
    should: 'Reading a user changes nothing but, perhaps, last_login_at.',
    source: inferred('G-01 G-27'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, harmless }) {
      const { first, second } = await harmless.readTwice()
      if (!first.user) throw new Inconclusive('the user could not be read twice')
      seen(first.get)
      expect(second.get).toShow(only(first.user, STABLE_MEMBERS))
    },
  }),
])
