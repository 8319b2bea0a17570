/** What an invitation may not be, and that nothing comes of it. */

import { userOf, usersOf } from '../../../contracts/v3/client/user.ts'
import { INVITE } from '../../../contracts/v3/pages.ts'
import { INVALID } from '../../../contracts/v3/refusals.ts'
import type { Flaw } from '../../../contracts/v3/steps/flaws.ts'
import type { Field } from '../../../contracts/v3/steps/wrong-values.ts'
import { entailed, shown } from '../../../language/declaration.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { page, requirement, type V3Context } from '../language.ts'

export const validation = page(INVITE, [
  requirement('role-lower-case', {
    must: 'An invited user has one of the documented roles, in lower case, however the role was asked for.',
    source: shown('I-16 I-15 I-18'),
    accepts: 'A role in upper case, or none, refused. Both are tried only where invitations are plenty.',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations }) {
      const { answer } = await invitations.first()
      provenBy(answer)
      const odd = await invitations.oddRoles()
      const taken = odd ? [odd.upper.answer, odd.missing.answer].filter(succeeded) : []
      for (const one of [answer, ...taken]) {
        const role = userOf(one)?.role
        const known = role === 'admin' || role === 'billing' || role === 'developer'
        expect(one).toKeep('admin, billing or developer', known, 'another role or none', '/data/role')
      }
      for (const { answer: refused } of odd ? [odd.upper, odd.missing] : []) {
        if (!succeeded(refused)) expect(refused).toBeRefused(INVALID)
      }
    },
  }),

  requirement('email-malformed-refused', {
    must: 'A malformed e-mail address is refused.',
    source: shown('I-12 I-30 I-31'),
    accepts: '400 with any VALIDATION code; 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    check: refusedFor('email-malformed', 'email', (form) => !isNothing(form)),
  }),

  requirement('email-missing-refused', {
    must: 'An invitation without e-mail address is refused.',
    source: entailed('I-06', 'S-02 I-11 I-31'),
    accepts: '400 with any VALIDATION code; 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    check: refusedFor('email-missing', 'email', isNothing),
  }),

  requirement('name-missing-refused', {
    must: 'An invitation without name is refused.',
    source: shown('S-03 I-25 I-13 I-31'),
    accepts: '400 with any VALIDATION code; 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    check: refusedFor('name-missing', 'name'),
  }),

  requirement('role-unknown-refused', {
    must: 'A role outside admin, billing and developer is refused.',
    source: shown('I-14 I-16 I-31'),
    accepts: '400 with any VALIDATION code; 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    check: refusedFor('role-unknown', 'role', (form) => !isOwner(form)),
  }),

  requirement('role-owner-refused', {
    must: 'The owner role cannot be given.',
    source: shown('I-16 I-17 P-02 I-31'),
    accepts: '400 with any VALIDATION code; 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations, flaws, wrongValues }) {
      expect(await flaws.refusalOf('role-owner')).toBeRefused(INVALID)
      const alone = await invitations.onlyRoleWrong()
      if (alone) expect(alone.answer).toBeRefused(INVALID)
      const inProfile = await wrongValues.inProfile('role-owner')
      if (inProfile) expect(inProfile).toBeRefused(INVALID)
      for (const [{ form }, answer] of await wrongValues.refusalsOf('role')) {
        if (isOwner(form)) expect(answer).toBeRefused(INVALID)
      }
      provenBy((await invitations.first()).answer)
    },
  }),

  requirement('validation-details', {
    should: 'A refused invitation says VALIDATION_001 and names each bad field in details.',
    source: shown('I-12 I-16 I-30 I-32 X-06'),
    accepts: 'At least one of the bad fields; letter case of field names.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, flaws }) {
      const answer = await flaws.flawed()
      expect(answer).toBeRefused({ status: [400, 422], code: 'VALIDATION_001' })
      expect(answer).toNameFields(['email', 'role'])
    },
  }),

  requirement('refused-creates-nothing', {
    must: 'A refused invitation leaves no user behind.',
    source: entailed('I-04', 'I-30'),
    about: 'effects',
    security: true,
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, seen, provenBy, invitations, flaws, isSet, carriesTag, intruders } = context
      const { refusedInvitations, users } = context
      const list = await invitations.listed()
      const alone = await invitations.onlyRoleWrong()
      const simulated: Answer[] = []
      const refused = [
        ...(alone ? [alone.answer] : []),
        (await intruders.byNobody()).flawed,
        await flaws.flawed(),
        await flaws.incomplete(),
      ]
      if (isSet('DEVELOPER_API_KEY') || isSet('RESTRICTED_API_KEY')) {
        simulated.push((await intruders.byNonAdmin()).simulated.answer)
      }
      const strange = isSet('RESTRICTED_API_KEY') ? [await intruders.byRestricted()] : []
      refused.push(...[...strange, await intruders.byStranger()].flatMap((one) => one?.answer ?? []))
      if (isSet('BILLING_API_KEY')) {
        refused.push(...[await context.billing.invitation()].flatMap((one) => one?.answer ?? []))
        simulated.push(...[await context.billing.simulatedInvitation()].flatMap((one) => one?.answer ?? []))
      }
      for (const [cause, answer] of await refusedInvitations.all())
        (cause.includes('simulated') ? simulated : refused).push(answer)
      // Whether a simulation looks at the role is told elsewhere; one that does not creates nobody either.
      refused.push(...simulated.filter((answer) => !succeeded(answer)))
      seen(...refused)
      if (refused.some(succeeded)) throw new Inconclusive('one of the invitations was not refused')
      const accepted = await invitations.acceptedEmails()
      for (const shown of isSet('PROFILE_ID') ? [list, await users.secondListed()] : [list]) {
        const stranger = (usersOf(shown) ?? []).findIndex(
          ({ email, name }) =>
            (carriesTag(email) || carriesTag(name)) && !accepted.includes(String(email).toLowerCase()),
        )
        const pointer = stranger < 0 ? undefined : `/data/users/${stranger}`
        expect(shown).toKeep('no user of a refused invitation', stranger < 0, 'one', pointer)
      }
      // Where nobody is invited at all, refusing creates nobody either.
      provenBy((await invitations.first()).answer)
    },
  }),
])

/** Without an address, whatever stands in its place. */
const NO_INVITATION = { status: [400, 415, 422], soft: 'silent' as const }

function isNothing(form: string): boolean {
  return form === 'null' || form === 'empty'
}

function isOwner(form: string): boolean {
  return form.toLowerCase() === 'owner'
}

/** The check that a flawed invitation is refused where the same one without its flaw is not. */
function refusedFor(
  flaw: Flaw,
  field: Field,
  isMeant: (form: string) => boolean = () => true,
): (context: V3Context) => Promise<void> {
  return async ({ expect, provenBy, invitations, flaws, wrongValues }) => {
    expect(await flaws.refusalOf(flaw)).toBeRefused(INVALID)
    for (const [{ form }, answer] of await wrongValues.refusalsOf(field)) {
      if (isMeant(form)) expect(answer).toBeRefused(INVALID)
    }
    const isElsewhere = flaw === 'email-missing' || flaw === 'name-missing'
    const inProfile = isElsewhere ? await wrongValues.inProfile(flaw) : undefined
    if (inProfile) expect(inProfile).toBeRefused(INVALID)
    if (flaw === 'email-missing') {
      for (const [, answer] of await wrongValues.shapes()) expect(answer).toBeRefused(NO_INVITATION)
    }
    provenBy((await invitations.first()).answer)
  }
}
