/** `GET /v3/me`: whose key it is. It names no user and no role, so that nothing of that is asserted. */

import { ME } from '../../../contracts/v3/pages.ts'
import { MALFORMED, NOT_YOURS } from '../../../contracts/v3/refusals.ts'
import { accountOf } from '../../../contracts/v3/steps/account.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { page, requirement } from '../language.ts'

export const account = page(ME, [
  requirement('success-status', {
    must: 'Whoever has a key is told of its account with 200.',
    source: stated('V-06'),
    about: 'shape',
    async check({ expect, account: steps }) {
      expect(await steps.own()).toSucceed([200])
    },
  }),

  requirement('same-account', {
    must: 'The account of a key is the same every time.',
    source: entailed('V-06', 'Q-08'),
    about: 'effects',
    async check({ expect, seen, account: steps }) {
      const [first, second] = [await steps.own(), await steps.again()]
      const [one, other] = [accountOf(first), accountOf(second)]
      if (one === undefined || other === undefined) throw new Inconclusive('an answer shows no account')
      seen(first)
      expect(second).toKeep('the same account', one.id === other.id, 'another id', '/data/id')
    },
  }),

  requirement('scope-own-profile', {
    must: 'With x-profile-id the profile is told of.',
    source: stated('V-06 Q-08 O-02'),
    accepts: 'Any id of the profile, as long as it is not the organization that is told of.',
    about: 'scope',
    needs: ['PROFILE_ID'],
    async check({ expect, account: steps, profileId }) {
      const answer = await steps.under(profileId, 'the own profile')
      expect(answer).toSucceed([200])
      const [own, organization] = [accountOf(answer), accountOf(await steps.own())]
      if (organization?.type !== 'organization')
        throw new Inconclusive('API_KEY is not that of an organization')
      expect(answer).toKeep(
        'another account than without',
        own?.id !== organization.id,
        'the organization',
        '/data/id',
      )
      expect(answer).toPrefer('type profile', own?.type === 'profile', String(own?.type), '/data/type')
    },
  }),

  requirement('scope-foreign-refused', {
    must: 'A profile of another organization is not told of.',
    source: stated('V-06 O-05 O-12'),
    accepts: '404 or 403; 400 is a warning.',
    about: 'scope',
    needs: ['FOREIGN_PROFILE_ID'],
    async check({ expect, provenBy, account: steps, foreignProfileId }) {
      expect(await steps.under(foreignProfileId, 'a foreign profile')).toBeRefused(NOT_YOURS)
      provenBy(await steps.own())
    },
  }),

  requirement('scope-malformed-refused', {
    must: 'An x-profile-id that is no UUID is refused.',
    source: entailed('V-06', 'O-08 O-12'),
    accepts: '400, 403 or 404.',
    about: 'scope',
    async check({ expect, provenBy, account: steps, malformedId }) {
      expect(await steps.under(malformedId, 'a malformed profile')).toBeRefused(MALFORMED)
      provenBy(await steps.own())
    },
  }),

  requirement('profiles-listed', {
    should: 'The profiles of an organization are told, the one of PROFILE_ID among them.',
    source: stated('Q-08'),
    about: 'effects',
    needs: ['PROFILE_ID'],
    async check({ expect, seen, account: steps, profileId }) {
      const answer = await steps.own()
      const shown = accountOf(answer)
      if (shown?.type !== 'organization') throw new Inconclusive('API_KEY is not that of an organization')
      seen(answer)
      const ids = (Array.isArray(shown.profiles) ? shown.profiles : []).map((one: { id?: unknown }) =>
        String(one?.id).toLowerCase(),
      )
      const isThere = ids.includes(profileId.toLowerCase())
      expect(answer).toKeep('the profile of PROFILE_ID', isThere, 'profiles without it', '/data/profiles')
    },
  }),
])
