/** `POST /v3/users`: inviting somebody with a role. */

import { byEmail, userOf, usersOf } from '../../../contracts/v3/client/user.ts'
import { INVITE } from '../../../contracts/v3/pages.ts'
import type { Invitation } from '../../../contracts/v3/steps/invitation.ts'
import { hasRoom, withinLimits } from '../../../contracts/v3/steps/limits.ts'
import { entailed, shown } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { idOf, isSameId } from '../../../model/user.ts'
import { BROKEN_LIST, UNLISTED } from '../causes.ts'
import { page, requirement, type V3Context } from '../language.ts'
import { asFirstInvited } from './duplicates.ts'

const CLOCK_TOLERANCE_MS = 10 * 60_000

export const invitation = page(INVITE, [
  requirement('success-status', {
    must: 'An invitation by an admin is answered with 200 or 201 and the user.',
    source: entailed('I-01', 'I-02 I-03 I-10 I-20 I-22 I-23 K-02 O-01 P-05'),
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check({ expect, invitations, sandboxInvitations, removals }) {
      const [first, second] = [await invitations.first(), await invitations.second()]
      withinLimits(first.answer, first.email)
      if (first.refusedRole) expect(first.refusedRole).toSucceed([200, 201])
      expect(first.answer).toSucceed([200, 201])
      // Whoever takes the first address takes its domain.
      hasRoom(second.answer)
      expect(second.answer).toSucceed([200, 201])
      const companion = await invitations.companion()
      if (companion) {
        hasRoom(companion.answer)
        expect(companion.answer).toSucceed([200, 201])
      }
      // Whatever else a target has against another domain, nobody has that address.
      const elsewhere = await sandboxInvitations.elsewhere()
      if (elsewhere?.answer.status === 409) expect(elsewhere.answer).toSucceed([200, 201])
      // A removed address may be taken for a conflict, which is for nobody to forbid.
      const again = await removals.invitedAgain().catch(() => undefined)
      if (again) expect(again.invitation.answer).toSucceed([200, 201], [409, 400, 422])
    },
  }),

  requirement('echo', {
    must: 'The answer repeats the e-mail address, the name and the role of the request.',
    source: shown('I-03 I-18 I-25'),
    accepts: 'Letter case of the address.',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, provenBy } = context
      for (const { answer, email, name, role } of await all(context)) {
        provenBy(answer)
        expect(answer).toShow({ email, name, role })
      }
    },
  }),

  requirement('status-invited', {
    must: 'A new invitation has the status invited.',
    source: shown('I-24'),
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, provenBy } = context
      for (const { answer } of await all(context)) {
        provenBy(answer)
        expect(answer).toShow({ status: 'invited' })
      }
    },
  }),

  requirement('never-logged-in', {
    must: 'A new invitation has last_login_at null.',
    source: shown('I-26'),
    accepts: 'The member left out (a warning).',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, provenBy } = context
      for (const { answer } of await all(context)) {
        provenBy(answer)
        expect(answer).toShow({ last_login_at: null })
      }
    },
  }),

  requirement('times-current', {
    should: 'invited_at, created_at and updated_at of a new invitation are about now.',
    source: shown('I-27'),
    accepts: 'updated_at null; clocks that differ by up to ten minutes.',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, provenBy } = context
      for (const { answer } of await all(context)) {
        provenBy(answer)
        const user = userOf(answer) ?? {}
        for (const member of ['invited_at', 'created_at', 'updated_at']) {
          const value = user[member]
          if (member === 'updated_at' && (value === null || value === undefined)) continue
          const off = Math.abs(Date.parse(String(value)) - answer.receivedAt)
          expect(answer).toKeep(
            'a time about now',
            off <= CLOCK_TOLERANCE_MS,
            'another time or none',
            `/data/${member}`,
          )
        }
      }
    },
  }),

  requirement('new-id', {
    must: 'A new invitation has an id of its own, by which the user can be read.',
    source: entailed('G-02', 'I-22 I-28'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, seen, provenBy, invitations, users } = context
      const { answer } = await invitations.first()
      provenBy(answer)
      const id = idOf(userOf(answer))
      const others = usersOf(await invitations.baseline()) ?? []
      const fresh = id !== undefined && !others.some((user) => idOf(user) === id)
      expect(answer).toKeep('an id that nobody had before', fresh, 'an id in use, or none', '/data/id')
      for (const further of await invitations.accepted()) {
        const told = idOf(userOf(further.answer))
        const inUse = told !== undefined && others.some((user) => idOf(user) === told)
        expect(further.answer).toKeep('an id that nobody had before', !inUse, 'an id in use', '/data/id')
        const listed = further.answer === answer ? undefined : await listedOtherwise(context, further)
        const promise = `the id under which the list shows the user, ${listed}`
        expect(further.answer).toKeep(promise, listed === undefined, told ?? 'none', '/data/id')
      }
      const { subject, get, entry } = await users.before()
      // A renewed invitation may have replaced the first one, id and all.
      const renewals = [await invitations.duplicate(), (await invitations.changedDuplicate())?.answer]
      const renewed = renewals.find((one) => one !== undefined && idOf(userOf(one)) === subject.id)
      if (renewed) seen(renewed)
      else expect(answer).toShow({ id: subject.id })
      // Whom the list shows under this id, reading has to find.
      if (entry && !succeeded(get)) {
        throw new Inconclusive(
          `the list shows the user, whom GET /v3/users/{userId} does not find (status ${get.status})`,
        )
      }
      expect(get).toSucceed()
    },
  }),

  requirement('listed', {
    must: 'After an invitation the user is listed with that role and the status invited.',
    source: entailed('L-15', 'I-03 I-29'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    follows: [...BROKEN_LIST, 'v3.get.stable-read', UNLISTED],
    async check({ expect, provenBy, invitations, users, removals, harmless, sandboxInvitations }) {
      const first = await invitations.first()
      provenBy(first.answer)
      const list = await invitations.listed()
      expect(list).toInclude({ email: first.email })
      const { id } = await invitations.subject()
      // What a renewed invitation makes of the first one is for the duplicates to say.
      const isRenewed = (await asFirstInvited(invitations, list, id)) === 'renewed'
      expect(list).toList(id, { ...(isRenewed ? { email: first.email } : asked(first)), status: 'invited' })
      const early = await invitations.secondAtOnce().catch(() => undefined)
      if (early?.status === 404) {
        const { answer, email } = await invitations.second()
        const [entry] = byEmail(usersOf(await users.secondListed()) ?? [], email)
        const isOther = entry !== undefined && !isSameId(idOf(entry), idOf(userOf(answer)) ?? '')
        expect(early).toKeep('the user to be there before the next invitation', !isOther, 'nobody until then')
      }
      const companion = await invitations.companion()
      if (companion && succeeded(companion.answer)) {
        expect(list).toInclude({ email: companion.email })
        const shown = await users.companion()
        if (shown) expect(list).toList(shown.subject.id, { ...asked(companion), status: 'invited' })
      }
      const rehearsal = (await sandboxInvitations.real().catch(() => undefined))?.invitation
      const late = await harmless.simulatedAsAdmin().catch(() => undefined)
      if (rehearsal && late?.before.entry && late.subject.email === rehearsal.email)
        expect(late.before.list).toList(late.subject.id, asked(rehearsal))
      const again = await removals.invitedAgain().catch(() => undefined)
      if (again && succeeded(again.invitation.answer)) {
        expect(again.list).toInclude({ email: again.invitation.email })
        const entry = byEmail(usersOf(again.list) ?? [], again.invitation.email)[0]
        const id = idOf(entry)
        if (id) expect(again.list).toList(id, { ...asked(again.invitation), status: 'invited' })
      }
      const second = await invitations.second()
      if (!succeeded(second.answer)) return
      const { subject, list: scopeList } = await users.secondBefore()
      expect(scopeList).toList(subject.id, { ...asked(second), status: 'invited' })
    },
  }),

  requirement('no-token-disclosed', {
    should: 'The acceptance token is not part of the answer.',
    source: shown('I-09 S-14'),
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations }) {
      const { answer } = await invitations.first()
      provenBy(answer)
      const names = Object.keys(userOf(answer) ?? {})
      const token = names.find((name) => /token|secret|password|invitation_url/i.test(name))
      expect(answer).toKeep('no acceptance token', token === undefined, 'a member that looks like one')
    },
  }),
])

/** Every invitation that makes somebody new; that of a removed address where it is none of the other answers. */
async function all({ invitations, removals, sandboxInvitations }: V3Context): Promise<Invitation[]> {
  const rehearsal = await sandboxInvitations.real().catch(() => undefined)
  const companion = await invitations.companion()
  const again = await removals.invitedAgain().catch(() => undefined)
  const isTaken = again !== undefined && succeeded(again.invitation.answer)
  return [
    await invitations.first(),
    await invitations.second(),
    ...(companion ? [companion] : []),
    ...(isTaken ? [again.invitation] : []),
    ...(rehearsal && succeeded(rehearsal.invitation.answer) ? [rehearsal.invitation] : []),
  ]
}

/** What an invitation asked for. */
function asked({ email, name, role }: Invitation): { email: string; name: string; role: string } {
  return { email, name, role }
}

/** The id under which the list shows whom an invitation made, where no answer has told that one. */
async function listedOtherwise(
  { invitations, users }: V3Context,
  { email, profileId, answer }: Invitation,
): Promise<string | undefined> {
  const list = await (profileId === undefined ? invitations.listed() : users.secondListed())
  const [entry, ...others] = byEmail(usersOf(list) ?? [], email)
  // An id of another type is for the list to answer for.
  const shown = others.length === 0 && typeof entry?.id === 'string' ? entry.id : undefined
  // An invitation that was renewed may have another id since.
  const told = [answer, ...(await invitations.furtherDuplicates())].map((one) => idOf(userOf(one)))
  return told.some((id) => isSameId(id, shown)) ? undefined : shown
}
