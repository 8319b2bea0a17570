/** An address that was invited before. */

import { byEmail, byId, userOf, usersOf } from '../../../contracts/v3/client/user.ts'
import { INVITE } from '../../../contracts/v3/pages.ts'
import { usersSeen } from '../../../contracts/v3/seen.ts'
import type { Invitations } from '../../../contracts/v3/steps/invitations.ts'
import { entailed } from '../../../language/declaration.ts'
import type { Refusal } from '../../../language/matchers/refusal.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { BROKEN_LIST, UNLISTED } from '../causes.ts'
import { page, requirement } from '../language.ts'

export const duplicates = page(INVITE, [
  requirement('duplicate-one-entry', {
    must: 'Inviting an address twice never gives two entries.',
    source: entailed('L-12', 'L-13 I-38'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    follows: [
      ...BROKEN_LIST,
      'v3.list.unique-ids',
      'v3.get.stable-read',
      { of: 'v3.list.scope-own-profile', given: 'v3.get.scope-own-profile' },
      UNLISTED,
    ],
    async check({ expect, seen, provenBy, invitations, users }) {
      const { email, answer } = await invitations.first()
      provenBy(answer)
      const renewal = await invitations.changedDuplicate()
      seen(await invitations.duplicate(), ...(await invitations.furtherDuplicates()))
      if (renewal) seen(renewal.answer)
      const list = await invitations.listed()
      const entries = usersSeen(list).filter(
        (user) => String(user.email).toLowerCase() === email.toLowerCase(),
      )
      expect(list).toKeep(
        'one entry for the address',
        entries.length <= 1,
        `${entries.length} entries`,
        '/data/users',
      )
      // Whoever is invited twice stays what the first invitation made of them; a renewed one may renew times.
      const { id } = await invitations.subject()
      const kept = await asFirstInvited(invitations, list, id)
      expect(list).toPrefer(
        'name and role of the first invitation',
        kept !== 'renewed',
        'those of the second one',
      )
      if (kept === undefined) {
        const { name, role } = await invitations.first()
        expect(list).toList(id, { name, role })
      }
      expect(list).toList(id, { status: 'invited' })
      const companion = await invitations.companion()
      if (companion && succeeded(companion.answer)) {
        const same = byEmail(usersSeen(list), companion.email)
        expect(list).toKeep(
          'one entry for the address',
          same.length === 1,
          `${same.length} entries`,
          '/data/users',
        )
      }
      const second = await invitations.second()
      if (second.profileId === undefined || !succeeded(second.answer)) return
      const members = await users.secondListed()
      const twins = byEmail(usersSeen(members), second.email)
      expect(members).toKeep(
        'one entry for the address',
        twins.length === 1,
        `${twins.length} entries`,
        '/data/users',
      )
    },
  }),

  requirement('duplicate-answer', {
    must: 'Inviting an invited address again is a conflict, a validation error or a renewed invitation.',
    source: entailed('I-01', 'I-36 I-37'),
    accepts:
      '409 with a RESOURCE or CONFLICT code; 400 with a VALIDATION code; 200 or 201 with the same address (another id is a warning).',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations }) {
      const { email, answer: first } = await invitations.first()
      const answer = await invitations.duplicate()
      if (answer.status === 200 || answer.status === 201) {
        expect(answer).toShow({ email })
        expect(answer).toPreferId(userOf(first)?.id)
      } else expect(answer).toBeRefused(duplicateBy(answer))
      const renewal = await invitations.changedDuplicate()
      for (const other of [
        ...(renewal ? [renewal.answer] : []),
        ...(await invitations.furtherDuplicates()),
      ]) {
        if (!succeeded(other)) expect(other).toBeRefused(duplicateBy(other))
      }
      provenBy(first)
    },
  }),
])

/** How a duplicate may be refused; the documents leave it open, and name no code for 422. */
function duplicateBy({ status }: Answer): Refusal {
  const refusal: Refusal = { status: [409, 400], soft: 'silent' }
  if (status === 422) return refusal
  return {
    ...refusal,
    code: status === 400 ? 'VALIDATION_' : ['RESOURCE_', 'CONFLICT_', 'VALIDATION_'],
    softCode: 'silent',
  }
}

/**
 * Whether the list shows the first user as the first invitation asked for, or as a later one that was accepted;
 * undefined where it shows neither.
 */
export async function asFirstInvited(
  invitations: Invitations,
  list: Answer,
  id: string,
): Promise<'first' | 'renewed' | undefined> {
  const [entry] = byId(usersOf(list) ?? [], id)
  const isAs = ({ name, role }: { name: string; role: string }): boolean =>
    entry?.name === name && entry.role === role
  if (isAs(await invitations.first())) return 'first'
  const renewal = await invitations.changedDuplicate()
  return renewal && succeeded(renewal.answer) && isAs(renewal) ? 'renewed' : undefined
}
