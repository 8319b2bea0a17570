/** Who may list users: nobody without a key, every role with one. */

import { LIST } from '../../../contracts/v3/pages.ts'
import { FORBIDDEN, NOT_YOURS, UNAUTHENTICATED } from '../../../contracts/v3/refusals.ts'
import { asWhom } from '../../../contracts/v3/steps/as-whom.ts'
import { KEYLESS, UNKNOWN_KEYS } from '../../../contracts/v3/steps/refused-reads.ts'
import { shown, stated } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const access = page(LIST, [
  requirement('requires-key', {
    must: 'Without a key the list is refused with 401.',
    source: stated('L-27 A-03 A-05 A-06 A-12'),
    about: 'authentication',
    async check({ expect, provenBy, refusedReads, invitations }) {
      for (const answer of await refusedReads.lists(KEYLESS)) expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy(await invitations.baseline())
    },
  }),

  requirement('unknown-key-refused', {
    must: 'With an unknown key the list is refused with 401.',
    source: stated('A-04 A-05 A-12'),
    about: 'authentication',
    async check({ expect, provenBy, refusedReads, invitations, isSet }) {
      const others = asWhom(isSet, { DEVELOPER_API_KEY: 'key of a developer and one character' })
      const answers = await refusedReads.lists([...UNKNOWN_KEYS, ...others])
      for (const answer of answers) expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy(await invitations.baseline())
    },
  }),

  requirement('developer-allowed', {
    must: 'The developer role may list users.',
    source: stated('L-22 P-06 P-10'),
    about: 'roles',
    needs: ['DEVELOPER_API_KEY'],
    async check({ expect, seen, invitations, views, mayChange }) {
      expect(await invitations.listedByDeveloper()).toSucceed()
      if (!mayChange()) return
      const { before, developer, after } = await views.ofDeveloper()
      seen(before)
      expect(developer).toShowWhatAdminsSee(before, after)
      const beyond = await views.beyond()
      expect(developer).toKeep(
        'nobody beyond',
        beyond === undefined,
        'somebody whom no admin is shown',
        beyond,
      )
      const late = await views.afterRemoval()
      expect(late.answer).toSucceed()
      if (late.removed !== undefined) expect(late.answer).toExclude({ id: late.removed })
    },
  }),

  requirement('no-access-refused', {
    must: 'A caller without a role in the organization is refused with 403 AUTH_004.',
    source: shown('L-25 L-26 A-12 P-08'),
    about: 'roles',
    needs: ['RESTRICTED_API_KEY'],
    async check({ expect, provenBy, listedByRestricted, refusedReads, invitations, isSet }) {
      expect(await listedByRestricted()).toBeRefused(FORBIDDEN)
      for (const answer of await refusedReads.listsAgain('no role', 2)) expect(answer).toBeRefused(FORBIDDEN)
      if (isSet('PROFILE_ID')) {
        const [inProfile] = await refusedReads.lists(['no role, in the profile'])
        if (inProfile) expect(inProfile).toBeRefused(NOT_YOURS)
      }
      provenBy(await invitations.baseline())
    },
  }),
])
