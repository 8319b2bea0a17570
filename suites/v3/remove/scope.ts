/** `x-profile-id`: a removal from the child profile, and from nowhere where there is none. */

import { REMOVE } from '../../../contracts/v3/pages.ts'
import { MALFORMED, NOT_YOURS } from '../../../contracts/v3/refusals.ts'
import { asWhom } from '../../../contracts/v3/steps/as-whom.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

const ODD_PROFILES = [
  'malformed profile, {}',
  'empty profile',
  'number for a profile',
  'null for a profile',
] as const

export const scope = page(REMOVE, [
  requirement('scope-own-profile', {
    must: 'With x-profile-id the removal is from the child profile.',
    source: stated('O-02 R-08 R-34'),
    about: 'scope',
    needs: ['PROFILE_ID', 'SAFETY=disposable'],
    async check({ expect, seen, requireProfile, removals, harmless }) {
      const { subject, before, answer, after } = await removals.secondReal()
      requireProfile(subject)
      seen(before.list)
      expect(answer).toSucceed([204], [200])
      expect(after.list).toExclude({ id: subject.id })
      const outside = await removals.outsideProfile()
      if (outside) expect(outside).toBeRefused(NOT_YOURS)
      const twin = await removals.thirdKept()
      if (twin)
        expect(twin.after.get).toKeep(
          'the organization to be left alone',
          twin.after.user !== undefined,
          'no such user',
        )
      const { answer: strange, isMember } = await harmless.underProfile()
      if (!isMember) expect(strange).toBeRefused({ status: [404, 403] })
    },
  }),

  requirement('scope-foreign-refused', {
    must: 'Under a profile of another organization nobody can be removed.',
    source: stated('O-05 R-08 R-33 O-12'),
    accepts: '404 or 403; 400 is a warning.',
    about: 'scope',
    needs: ['FOREIGN_PROFILE_ID', 'SAFETY=disposable'],
    async check({ expect, provenBy, harmless, removals, isSet, fromProven }) {
      expect(await harmless.refusal('foreign profile')).toBeRefused(NOT_YOURS)
      const bodies = ['foreign profile, no body', 'foreign profile, {}'] as const
      const further = [...bodies, ...asWhom(isSet, { DEVELOPER_API_KEY: 'foreign profile, as developer' })]
      for (const answer of await fromProven(await harmless.further(further)))
        expect(answer).toBeRefused(NOT_YOURS)
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('scope-unknown-refused', {
    must: 'Under an unknown profile nobody can be removed.',
    source: stated('O-05 R-08 O-06 O-12'),
    accepts: '404 or 403; 400 is a warning.',
    about: 'scope',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, harmless, removals, isSet, fromProven }) {
      expect(await harmless.refusal('unknown profile')).toBeRefused(NOT_YOURS)
      const further = ['unknown profile, no body', 'unknown profile, {}', 'profile of zeros'] as const
      for (const answer of await harmless.further(further)) expect(answer).toBeRefused(NOT_YOURS)
      const others = asWhom(isSet, {
        DEVELOPER_API_KEY: 'unknown profile, as developer',
        BILLING_API_KEY: 'unknown profile, as billing',
      })
      for (const answer of await fromProven(await harmless.further(others)))
        expect(answer).toBeRefused(NOT_YOURS)
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('scope-malformed-refused', {
    must: 'Under an x-profile-id that is no UUID nobody can be removed.',
    source: entailed('O-05', 'R-08 O-08 O-12'),
    accepts: '400, 403 or 404.',
    about: 'scope',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, harmless, removals, isSet }) {
      expect(await harmless.refusal('malformed profile')).toBeRefused(MALFORMED)
      const further = [...ODD_PROFILES, ...asWhom(isSet, { PROFILE_ID: 'profile and one character' })]
      for (const answer of await harmless.further(further)) expect(answer).toBeRefused(MALFORMED)
      provenBy((await removals.real()).answer)
    },
  }),
])
