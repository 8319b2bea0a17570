/** `x-profile-id`: an invitation to the child profile. */

import { INVITE } from '../../../contracts/v3/pages.ts'
import { MALFORMED, NOT_YOURS } from '../../../contracts/v3/refusals.ts'
import { asWhom } from '../../../contracts/v3/steps/as-whom.ts'
import { hasRoom } from '../../../contracts/v3/steps/limits.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const scope = page(INVITE, [
  requirement('scope-own-profile', {
    must: 'With x-profile-id the invitation is for the child profile, not for the organization.',
    source: stated('O-02 I-03 I-21'),
    about: 'scope',
    needs: ['PROFILE_ID', 'SAFETY=disposable'],
    follows: ['v3.list.user-fields', { of: 'v3.list.scope-own-profile', given: 'v3.get.scope-own-profile' }],
    async check({ requireProfile, expect, provenBy, invitations, users }) {
      provenBy((await invitations.first()).answer)
      const { answer, email, profileId } = await invitations.second()
      requireProfile({ profileId })
      hasRoom(answer)
      expect(answer).toSucceed([200, 201])
      expect(await users.secondListed()).toInclude({ email })
      expect(await invitations.listed()).toExclude({ email })
    },
  }),

  requirement('scope-foreign-refused', {
    must: 'Nobody can be invited into a profile of another organization.',
    source: stated('O-05 I-21 O-12'),
    accepts: '404 or 403; another refusal is a warning.',
    about: 'scope',
    needs: ['FOREIGN_PROFILE_ID', 'SAFETY=disposable'],
    async check({ expect, provenBy, invitations, refusedInvitations, isSet, fromProven }) {
      const asDeveloper = asWhom(isSet, { DEVELOPER_API_KEY: 'foreign profile, as developer' })
      expect(await refusedInvitations.needed('foreign profile')).toBeRefused(NOT_YOURS)
      for (const cause of asDeveloper) {
        const answers = await fromProven([await refusedInvitations.answer(cause)])
        for (const answer of answers) expect(answer).toBeRefused(NOT_YOURS)
      }
      provenBy((await invitations.first()).answer)
    },
  }),

  requirement('scope-unknown-refused', {
    must: 'Under an unknown profile nobody is invited, and never into the organization.',
    source: stated('O-05 I-21 O-06 O-12'),
    accepts: '404 or 403; another refusal is a warning.',
    about: 'scope',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations, refusedInvitations, isSet, fromProven }) {
      expect(await refusedInvitations.needed('unknown profile')).toBeRefused(NOT_YOURS)
      const zeros = await refusedInvitations.answer('profile of zeros')
      if (zeros) expect(zeros).toBeRefused(NOT_YOURS)
      const asDeveloper = isSet('DEVELOPER_API_KEY')
        ? await refusedInvitations.answer('unknown profile, as developer')
        : undefined
      for (const answer of await fromProven([asDeveloper])) expect(answer).toBeRefused(NOT_YOURS)
      provenBy((await invitations.first()).answer)
    },
  }),

  requirement('scope-malformed-refused', {
    must: 'Under an x-profile-id that is no UUID nobody is invited, and never into the organization.',
    source: entailed('O-05', 'I-21 O-08 O-12'),
    accepts: '400, 403 or 404; another refusal is a warning.',
    about: 'scope',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations, refusedInvitations, isSet }) {
      const longer = asWhom(isSet, { PROFILE_ID: 'profile and one character' })
      expect(await refusedInvitations.needed('malformed profile')).toBeRefused(MALFORMED)
      for (const cause of [
        'empty profile',
        'number for a profile',
        'null for a profile',
        ...longer,
      ] as const) {
        const answer = await refusedInvitations.answer(cause)
        if (answer) expect(answer).toBeRefused(MALFORMED)
      }
      provenBy((await invitations.first()).answer)
    },
  }),
])
