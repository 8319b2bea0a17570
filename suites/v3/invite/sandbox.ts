/** `sandbox: true`: answered like a real invitation, and nobody is invited. */

import { detailFields, userOf } from '../../../contracts/v3/client/user.ts'
import { PublicHeaders, sandboxHeader } from '../../../contracts/v3/inspection/public-headers.ts'
import { INVITE } from '../../../contracts/v3/pages.ts'
import { INVALID } from '../../../contracts/v3/refusals.ts'
import type { Invitation } from '../../../contracts/v3/steps/invitation.ts'
import { hasRoom } from '../../../contracts/v3/steps/limits.ts'
import { shown, stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { page, requirement, type V3Context } from '../language.ts'

export const sandbox = page(INVITE, [
  requirement('sandbox-answer', {
    must: 'A simulated invitation is answered like a real one.',
    source: stated('I-19 B-01 B-05 B-06'),
    accepts: 'Sample values instead of those of the request.',
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations }) {
      provenBy((await invitations.first()).answer)
      const { answer } = await invitations.simulated()
      hasRoom(answer)
      expect(answer).toSucceed([200, 201])
      expect(answer).toShow({})
    },
  }),

  requirement('sandbox-no-effect', {
    must: 'A simulated invitation creates no user.',
    source: stated('I-19 B-02 B-11 B-12'),
    about: 'sandbox',
    security: true,
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, seen, provenBy, isSet, invitations, sandboxInvitations, users, harmless } = context
      const { email, answer } = await invitations.simulated()
      seen(answer)
      expect(await invitations.listed()).toExclude({ email })
      if (isSet('DEVELOPER_API_KEY')) {
        const shown = await invitations.listedByDeveloper().catch(() => undefined)
        for (const list of await context.fromProven([shown])) {
          if (succeeded(list) && (await sandboxInvitations.isBeforeReal(list)))
            expect(list).toExclude({ email })
        }
      }
      const again = await sandboxInvitations.again()
      if (again) seen(again)
      const read = await sandboxInvitations.lookedFor()
      if (read && succeeded(read)) {
        const shown = String(userOf(read)?.email).toLowerCase()
        expect(read).toKeep('nobody', shown !== email.toLowerCase(), 'the simulated user', '/data/email')
      }
      const inProfile = await sandboxInvitations.inProfile()
      if (inProfile) {
        seen(inProfile.answer)
        expect(await invitations.listed()).toExclude({ email: inProfile.email })
        expect(await users.secondListed()).toExclude({ email: inProfile.email })
      }
      const elsewhere = await sandboxInvitations.elsewhere()
      if (elsewhere) {
        seen(elsewhere.answer)
        expect(await invitations.listed()).toExclude({ email: elsewhere.email })
      }
      for (const other of await simulatedByOthers(context)) {
        seen(other.answer)
        expect(await invitations.listed()).toExclude({ email: other.email })
        if (other.profileId !== undefined)
          expect(await users.secondListed()).toExclude({ email: other.email })
      }
      // Whoever is invited once more comes after the removals that must leave everybody alone.
      await harmless.simulatedAsAdmin().catch(() => undefined)
      const real = await sandboxInvitations.real()
      if (real?.instead && succeeded(real.instead.answer)) {
        const { status } = real.invitation.answer
        const promise = 'a simulated address that can be invited like any other'
        expect(real.invitation.answer).toKeep(promise, false, `status ${status}`)
      }
      provenBy((await invitations.first()).answer)
    },
  }),

  requirement('sandbox-header', {
    should: 'A simulated invitation is answered with X-Sandbox: true.',
    source: stated('B-04 H-06'),
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    everyAnswer: { look: (shared) => sandboxHeader(shared('public headers', () => new PublicHeaders())) },
    check({ publicHeaders }) {
      publicHeaders.judgeAbsence('X-Sandbox')
    },
  }),

  requirement('sandbox-validates', {
    must: 'With sandbox true an invalid invitation is still refused.',
    source: shown('I-30 I-31 B-01 B-08'),
    accepts: '400 with any VALIDATION code; 422 is a warning.',
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations, flaws }) {
      const both = await flaws.incomplete()
      expect(both).toBeRefused(INVALID)
      for (const flaw of ['email-missing', 'role-unknown'] as const) {
        if (detailFields(both).includes(flaws.fieldOf(flaw))) continue
        expect(await flaws.simulatedFlaw(flaw)).toBeRefused(INVALID)
      }
      if (await invitations.plenty()) expect(await flaws.simulatedFlaw('name-missing')).toBeRefused(INVALID)
      provenBy((await invitations.simulated()).answer)
    },
  }),
])

/** Simulations by those who may not invite, as far as they were answered as done. */
async function simulatedByOthers({
  isSet,
  intruders,
  billing,
  refusedInvitations,
}: V3Context): Promise<Invitation[]> {
  const asked = [
    ...(isSet('DEVELOPER_API_KEY') || isSet('RESTRICTED_API_KEY')
      ? [(await intruders.byNonAdmin()).simulated]
      : []),
    ...(isSet('BILLING_API_KEY') ? [await billing.simulatedInvitation()] : []),
    ...(await refusedInvitations.simulated()),
  ]
  return asked.flatMap((one) => (one && succeeded(one.answer) ? [one] : []))
}
