/** `x-profile-id`: an invitation to the child profile. */
import { stated } from '../../../helpers/suite/declaration.ts'
import { page, requirement } from '../language.ts'
import { INVITE } from '../pages.ts'

export const scope = page(INVITE, [
  requirement('scope-own-profile', {
    must: 'With x-profile-id the invitation is for the child profile, not for the organization.',
    source: stated('I-03 I-21 O-02'),
    about: 'scope',
    needs: ['PROFILE_ID', 'SAFETY=disposable'],
    async check({ requireProfile, expect, provenBy, invitations, users }) {
      const { answer, email, profileId } = await invitations.second()
      requireProfile({ profileId })
      expect(answer).toSucceed([200, 201])
      expect(await users.secondListed()).toInclude({ email })
      expect(await invitations.listed()).toExclude({ email })
      provenBy((await invitations.first()).answer)
    },
  }),
])
