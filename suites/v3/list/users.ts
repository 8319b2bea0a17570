/** `GET /v3/users`: who has access, with role and status. */

import { byId, STABLE_MEMBERS, userOf, usersOf, type V3User } from '../../../contracts/v3/client/user.ts'
import { LIST } from '../../../contracts/v3/pages.ts'
import type { V3Callers } from '../../../contracts/v3/steps/callers.ts'
import { entailed, inferred, shown, stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { only } from '../../../model/user.ts'
import { NOT_INVITED } from '../causes.ts'
import { page, requirement } from '../language.ts'

export const users = page(LIST, [
  requirement('success-status', {
    must: 'A caller with access gets 200.',
    source: entailed('L-01', 'L-02 L-03 L-08 L-09 L-23 A-01 A-02 O-01'),
    about: 'shape',
    async check({ expect, invitations }) {
      expect(await invitations.baseline()).toSucceed()
    },
  }),

  requirement('shows-invited', {
    must: 'An invited user is listed, with status invited.',
    source: stated('L-15 L-16 L-19'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    follows: [
      ...NOT_INVITED,
      'v3.invite.new-id',
      'v3.invite.email-malformed-refused',
      'v3.get.stable-read',
      { of: 'v3.invite.listed', lacking: 'v3.get.invited-readable' },
    ],
    async check({ expect, provenBy, invitations, users, always }) {
      const { email, answer } = await invitations.first()
      provenBy(answer)
      const list = await invitations.listed()
      expect(list).toInclude({ email })
      const { id } = await invitations.subject()
      expect(list).toList(id, { email, status: 'invited' })
      for (const { subject, list: shown } of await users.all()) {
        expect(shown).toList(subject.id, { email: subject.email, status: 'invited' })
      }
      for (const other of await invitations.accepted()) {
        if (other.profileId === undefined) expect(list).toInclude({ email: other.email })
      }
      const second = await invitations.second()
      if (succeeded(second.answer)) expect(await users.secondListed()).toInclude({ email: second.email })
      const slip = await always.unlisted()
      if (slip) expect(slip.answer).toBeAlways('an invited user in the list', slip)
    },
  }),

  requirement('invited-never-logged-in', {
    must: 'An invited user is listed with last_login_at null.',
    source: shown('L-17'),
    accepts: 'The member left out (a warning).',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    follows: [...NOT_INVITED, { of: 'v3.invite.listed', lacking: 'v3.get.invited-readable' }],
    async check({ expect, users }) {
      for (const { subject, list } of await users.all())
        expect(list).toList(subject.id, { last_login_at: null })
    },
  }),

  requirement('shows-active', {
    must: 'Active users are listed, with status active.',
    source: stated('L-18'),
    about: 'effects',
    async check({ expect, callers, invitations, always, mayChange }) {
      const list = await invitations.baseline()
      expect(list).toSucceed()
      if (mayChange()) {
        const slip = await always.missing()
        if (slip) expect(slip.answer).toBeAlways('everybody who stays in the list', slip)
      }
      const self = await callers.ownId(usersOf(list) ?? [])
      if (self !== undefined) {
        // An account whose key works is active.
        await doubtOneself(callers, usersOf(list) ?? [], self)
        expect(list).toList(self, { status: 'active' })
        return
      }
      if (!(usersOf(list) ?? []).some((user) => user.status === 'active')) {
        throw new Inconclusive('no active user is known to be there: SELF_USER_ID would name one')
      }
    },
  }),

  requirement('removed-absent', {
    must: 'A removed user is no longer listed.',
    source: entailed('R-02', 'L-32'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    follows: [
      'v3.remove.gone-from-get',
      'v3.remove.scope-own-profile',
      'v3.remove.empty-object-is-real',
      'v3.invite.duplicate-one-entry',
    ],
    async check({ expect, provenBy, removals, always }) {
      const { subject, before, answer, after } = await removals.real()
      expect(before.list).toInclude({ id: subject.id })
      provenBy(answer)
      expect(after.list).toExclude(subject)
      const second = await removals.secondReal()
      if (succeeded(second.answer)) expect(second.after.list).toExclude(second.sought)
      const slip = await always.listedAfterwards()
      if (slip) expect(slip.answer).toBeAlways('a removed user in no list', slip)
    },
  }),

  requirement('stable-read', {
    should: "Reading the list does not change it: the run's own user reads the same twice.",
    source: inferred('L-01 L-36'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, harmless }) {
      const { subject, first, second } = await harmless.readTwice()
      seen(first.list)
      if (!first.entry) throw new Inconclusive('the user is not in the first list')
      expect(second.list).toList(subject.id, only(first.entry, STABLE_MEMBERS))
    },
  }),
])

/**
 * Where others are active, and oneself is not, in the list as alone, the configuration may name somebody else.
 * @throws Inconclusive there
 */
async function doubtOneself({ admin }: V3Callers, listed: readonly V3User[], self: string): Promise<void> {
  const [entry] = byId(listed, self)
  const isActive = ({ status }: V3User): boolean => status === 'active'
  if (!entry || isActive(entry) || !listed.some(isActive)) return
  const alone = userOf(await admin.get(self, { purpose: 'read oneself, who is not listed as active' }))
  if (alone?.status !== entry.status) return
  throw new Inconclusive(
    `SELF_USER_ID and SELF_EMAIL name somebody who is shown as ${String(entry.status)}, in the list as alone: either the target does not show that the account of API_KEY is active, or it is another one`,
  )
}
