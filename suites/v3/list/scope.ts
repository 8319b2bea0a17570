/** `x-profile-id`: the users of the child profile instead of the organization, and none where there is no such profile. */

import { usersOf } from '../../../contracts/v3/client/user.ts'
import { PublicHeaders, profileHeader } from '../../../contracts/v3/inspection/public-headers.ts'
import { LIST } from '../../../contracts/v3/pages.ts'
import { MALFORMED, NOT_YOURS } from '../../../contracts/v3/refusals.ts'
import { asWhom } from '../../../contracts/v3/steps/as-whom.ts'
import {
  FOREIGN_PROFILES,
  MALFORMED_PROFILES,
  ODD_PROFILES,
  UNKNOWN_PROFILES,
} from '../../../contracts/v3/steps/refused-reads.ts'
import { entailed, inferred, stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { page, requirement } from '../language.ts'

export const scope = page(LIST, [
  requirement('scope-own-profile', {
    must: 'With x-profile-id the list is that of the child profile, not of the organization.',
    source: stated('L-04 L-03 L-07 O-02'),
    about: 'scope',
    needs: ['PROFILE_ID'],
    follows: [{ of: 'v3.invite.scope-own-profile', lacking: 'v3.get.scope-own-profile' }],
    async check({
      requireProfile,
      expect,
      provenBy,
      invitations,
      profileId,
      mayChange,
      users,
      views,
      fromProven,
    }) {
      const profile = await invitations.profileBaseline()
      expect(profile).toSucceed()
      if (mayChange()) {
        const { answer } = await invitations.second()
        provenBy(answer)
        const { subject, list } = await users.secondBefore()
        requireProfile(subject)
        expect(list).toInclude(subject)
        const organization = await invitations.listed()
        for (const other of await fromProven(await views.ofProfile())) {
          // In another letter case it is the same profile, or refused; a developer may have no place in it.
          if (succeeded(other)) {
            expect(other).toShowOnlyTheProfile(list, organization)
            const shown = other.exchange.caller === 'developer' ? await views.untilShown(other) : undefined
            if (shown) expect(shown).toInclude(subject)
          } else expect(other).toBeRefused(MALFORMED)
        }
        return
      }
      const ids = (list: typeof profile): string =>
        JSON.stringify((usersOf(list) ?? []).map(({ id }) => id).sort())
      if (ids(profile) === ids(await invitations.baseline())) {
        throw new Inconclusive(
          `the lists of profile ${profileId} and of the organization hold the same users`,
        )
      }
    },
  }),

  requirement('scope-profile-only', {
    should: 'With x-profile-id nobody is listed who was invited to the organization alone.',
    source: inferred('L-04 O-02'),
    about: 'scope',
    needs: ['PROFILE_ID', 'SAFETY=disposable'],
    async check({ requireProfile, expect, invitations, users }) {
      const { list, subject } = await users.secondBefore()
      requireProfile(subject)
      const { id } = await invitations.subject()
      expect(list).toExclude({ id })
    },
  }),

  requirement('scope-foreign-refused', {
    must: 'A profile of another organization cannot be read.',
    source: stated('L-06 O-05 O-07 O-12'),
    accepts: '404 or 403; 400 is a warning.',
    about: 'scope',
    needs: ['FOREIGN_PROFILE_ID'],
    async check({ expect, provenBy, refusedReads, invitations, isSet, fromProven }) {
      const others = asWhom(isSet, FOREIGN_PROFILES)
      for (const answer of await fromProven(await refusedReads.lists(['foreign profile', ...others]))) {
        expect(answer).toBeRefused(NOT_YOURS)
      }
      for (const answer of await fromProven(await refusedReads.listsAgain('foreign profile', 2)))
        expect(answer).toBeRefused(NOT_YOURS)
      provenBy(await invitations.baseline())
    },
  }),

  requirement('scope-unknown-refused', {
    must: 'An unknown profile is refused and never falls back to the organization.',
    source: stated('L-06 O-05 O-06 O-07 O-12 L-28'),
    accepts: '404 or 403; 400 is a warning.',
    about: 'scope',
    async check({ expect, provenBy, refusedReads, invitations, isSet, fromProven }) {
      const others = asWhom(isSet, UNKNOWN_PROFILES)
      const answers = await refusedReads.lists(['unknown profile', 'profile of zeros', ...others])
      for (const answer of await fromProven(answers)) expect(answer).toBeRefused(NOT_YOURS)
      for (const answer of await refusedReads.listsAgain('unknown profile', 1))
        expect(answer).toBeRefused(NOT_YOURS)
      provenBy(await invitations.baseline())
    },
  }),

  requirement('scope-malformed-refused', {
    must: 'An x-profile-id that is no UUID is refused and never falls back to the organization.',
    source: entailed('L-06', 'O-05 O-08 O-12'),
    accepts: '400, 403 or 404.',
    about: 'scope',
    async check({ expect, provenBy, refusedReads, invitations, isSet, fromProven }) {
      const others = asWhom(isSet, ODD_PROFILES)
      const answers = await refusedReads.lists([...MALFORMED_PROFILES, ...others])
      for (const answer of await fromProven(answers)) expect(answer).toBeRefused(MALFORMED)
      provenBy(await invitations.baseline())
    },
  }),

  requirement('scope-header-echoed', {
    should: 'An answer scoped by x-profile-id names the profile in X-Profile-Id.',
    source: stated('H-05 O-09'),
    about: 'scope',
    needs: ['PROFILE_ID'],
    everyAnswer: { look: (shared) => profileHeader(shared('public headers', () => new PublicHeaders())) },
    check({ publicHeaders }) {
      publicHeaders.judgeAbsence('X-Profile-Id')
    },
  }),
])
