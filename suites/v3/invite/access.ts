/** Who may invite: admins alone, and the key is looked at before the body. */

import { INVITE } from '../../../contracts/v3/pages.ts'
import { FORBIDDEN, NOT_YOURS, UNAUTHENTICATED } from '../../../contracts/v3/refusals.ts'
import { asWhom } from '../../../contracts/v3/steps/as-whom.ts'
import { withinLimits } from '../../../contracts/v3/steps/limits.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { anyOf } from '../../../language/needs.ts'
import type { Answer } from '../../../model/answer.ts'
import { page, requirement } from '../language.ts'

/** Nobody was given what these show, near misses of the right key among them. */
const STRANGERS = [
  'no key, simulated',
  'empty key',
  'null for a key',
  'Bearer null',
  'key as bearer token',
  'key and one character',
  'key without its last character',
  'key with another last character',
  'key and one character, in the profile',
  'unknown key beside the right one',
] as const

/** The forms in which a developer asks. */
const DEVELOPER = ['developer, unknown member', 'developer, for an admin', 'developer, for billing'] as const

/** Whether somebody has a place in a profile is open; that they may not invite there is not. */
const notTheirs = (answer: Answer) => (answer.status === FORBIDDEN.status ? FORBIDDEN : NOT_YOURS)

const WITH_BILLING = {
  core: ['without the admin role'],
  further: { 'with the billing role': 'BILLING_API_KEY' },
}

export const access = page(INVITE, [
  requirement('requires-key', {
    must: 'Without a key an invitation is refused with 401.',
    source: stated('I-34 A-03 A-05 A-12'),
    about: 'authentication',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations, intruders, refusedInvitations, isSet }) {
      const { flawed, sound } = await intruders.byNobody()
      expect(sound ?? flawed).toBeRefused(UNAUTHENTICATED)
      const stranger = await intruders.byStranger()
      if (stranger) expect(stranger.answer).toBeRefused(UNAUTHENTICATED)
      const developers = asWhom(isSet, { DEVELOPER_API_KEY: 'key of a developer and one character' })
      for (const cause of [...STRANGERS, ...developers]) {
        const answer = await refusedInvitations.answer(cause)
        if (answer) expect(answer).toBeRefused(UNAUTHENTICATED)
      }
      provenBy((await invitations.first()).answer)
    },
  }),

  requirement('key-before-validation', {
    must: 'Without a key an invalid invitation is answered with 401 too, not with 400.',
    source: entailed('I-34', 'A-11 A-12'),
    about: 'authentication',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations, intruders, refusedInvitations }) {
      expect((await intruders.byNobody()).flawed).toBeRefused(UNAUTHENTICATED)
      const empty = await refusedInvitations.answer('no key, {}')
      if (empty) expect(empty).toBeRefused(UNAUTHENTICATED)
      provenBy((await invitations.first()).answer)
    },
  }),

  requirement('requires-admin', {
    must: 'A caller without the admin role is refused with 403 AUTH_004.',
    source: stated('I-04 I-33 A-12 P-08 P-10'),
    about: 'roles',
    needs: [anyOf('DEVELOPER_API_KEY', 'RESTRICTED_API_KEY'), 'SAFETY=disposable'],
    cells: WITH_BILLING,
    async check(context) {
      const { expect, provenBy, tried, invitations, isSet, intruders, refusedInvitations, fromProven } =
        context
      const { simulated, real } = await intruders.byNonAdmin()
      // What an admin is refused, too, says nothing of a role.
      const first = await invitations.first()
      withinLimits(first.answer, first.email)
      expect((real ?? simulated).answer).toBeRefused(FORBIDDEN)
      tried('without the admin role')
      provenBy((await (real ? invitations.first() : invitations.simulated())).answer)
      const inProfile = isSet('PROFILE_ID')
      if (isSet('DEVELOPER_API_KEY')) {
        for (const cause of DEVELOPER) {
          const answers = await fromProven([await refusedInvitations.answer(cause)])
          for (const answer of answers) expect(answer).toBeRefused(FORBIDDEN)
        }
        const answer = inProfile ? await refusedInvitations.answer('developer, in the profile') : undefined
        for (const one of await fromProven([answer])) expect(one).toBeRefused(notTheirs(one))
      }
      if (isSet('RESTRICTED_API_KEY')) {
        const restricted = await intruders.byRestricted()
        const strange = await refusedInvitations.answer('no role, unknown member')
        for (const answer of await fromProven([restricted?.answer, strange]))
          expect(answer).toBeRefused(FORBIDDEN)
        const member = inProfile ? await refusedInvitations.answer('no role, in the profile') : undefined
        for (const answer of await fromProven([member])) expect(answer).toBeRefused(notTheirs(answer))
      }
      for (const answer of await context.restingOn('BILLING_API_KEY', async () => [
        (await context.billing.invitation())?.answer,
      ])) {
        expect(answer).toBeRefused(FORBIDDEN)
        tried('with the billing role')
      }
    },
  }),

  requirement('requires-admin-in-sandbox', {
    should: 'A caller without the admin role is refused with sandbox true, too.',
    source: stated('B-09 I-04'),
    about: 'roles',
    needs: [anyOf('DEVELOPER_API_KEY', 'RESTRICTED_API_KEY'), 'SAFETY=disposable'],
    async check(context) {
      const { expect, provenBy, invitations, intruders, isSet, refusedInvitations, fromProven, billing } =
        context
      const { simulated } = await intruders.byNonAdmin()
      const first = await invitations.first()
      withinLimits(first.answer, first.email)
      expect(simulated.answer).toBeRefused(FORBIDDEN)
      if (isSet('RESTRICTED_API_KEY')) {
        const restricted = await refusedInvitations.answer('no role, simulated')
        for (const answer of await fromProven([restricted])) expect(answer).toBeRefused(FORBIDDEN)
      }
      if (isSet('DEVELOPER_API_KEY') && isSet('PROFILE_ID')) {
        const simulatedThere = await refusedInvitations.answer('developer, simulated, in the profile')
        for (const answer of await fromProven([simulatedThere])) expect(answer).toBeRefused(notTheirs(answer))
      }
      for (const answer of await context.restingOn('BILLING_API_KEY', async () => [
        (await billing.simulatedInvitation())?.answer,
      ]))
        expect(answer).toBeRefused(FORBIDDEN)
      provenBy((await invitations.simulated()).answer)
    },
  }),
])
