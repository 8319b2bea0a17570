/** `x-profile-id`: the user of the child profile instead of the organization. */

import { usersOf } from '../../../contracts/v3/client/user.ts'
import { GET } from '../../../contracts/v3/pages.ts'
import { MALFORMED, NOT_YOURS } from '../../../contracts/v3/refusals.ts'
import { asWhom } from '../../../contracts/v3/steps/as-whom.ts'
import {
  FOREIGN_PROFILES,
  MALFORMED_PROFILES,
  ODD_PROFILES,
  UNKNOWN_PROFILES,
} from '../../../contracts/v3/steps/refused-reads.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { byId } from '../../../model/user.ts'
import { page, requirement } from '../language.ts'

export const scope = page(GET, [
  requirement('scope-own-profile', {
    must: 'With x-profile-id the user is sought in the child profile.',
    source: stated('G-04 O-02'),
    about: 'scope',
    needs: ['PROFILE_ID', 'SAFETY=disposable'],
    follows: ['v3.invite.echo', 'v3.invite.scope-own-profile'],
    async check({ requireProfile, expect, provenBy, users, invitations, views, fromProven }) {
      provenBy((await invitations.second()).answer)
      const { subject, get, list } = await users.secondBefore()
      requireProfile(subject)
      expect(get).toSucceed()
      expect(get).toShow({ id: subject.id, email: subject.email })
      expect(await users.secondOutside()).toBeRefused({ status: [404, 403] })
      // A user of the organization alone tells whether the header counts; in another letter case and for a developer, too.
      for (const other of await fromProven(await views.inProfile())) expect(other).toBeRefused(MALFORMED)
      // Whom the profile's list lacks is not found there either, member of the organization or not.
      const { id } = await invitations.subject()
      if (byId(usersOf(list) ?? [], id).length > 0) return
      const inside = await users.firstInProfile()
      if (inside) expect(inside).toBeRefused({ status: [404, 403] })
    },
  }),

  requirement('scope-foreign-refused', {
    must: 'No user is disclosed under a profile of another organization.',
    source: stated('G-04 G-19 O-05 O-12'),
    accepts: '404 or 403; 400 is a warning.',
    about: 'scope',
    needs: ['FOREIGN_PROFILE_ID'],
    async check({ expect, provenBy, refusedReads, someUser, isSet, fromProven }) {
      const { id, get } = await someUser()
      const others = asWhom(isSet, FOREIGN_PROFILES)
      const answers = await refusedReads.gets(['foreign profile', ...others], id)
      for (const answer of await fromProven(answers)) {
        expect(answer).toBeRefused(NOT_YOURS)
      }
      provenBy(get)
    },
  }),

  requirement('scope-unknown-refused', {
    must: 'Under an unknown profile no user is answered.',
    source: stated('O-05 G-04 O-06 O-12'),
    accepts: '404 or 403; 400 is a warning.',
    about: 'scope',
    async check({ expect, provenBy, refusedReads, someUser, isSet, fromProven }) {
      const { id, get } = await someUser()
      const others = asWhom(isSet, UNKNOWN_PROFILES)
      const answers = await refusedReads.gets(['unknown profile', 'profile of zeros', ...others], id)
      for (const answer of await fromProven(answers)) expect(answer).toBeRefused(NOT_YOURS)
      provenBy(get)
    },
  }),

  requirement('scope-malformed-refused', {
    must: 'Under an x-profile-id that is no UUID no user is answered.',
    source: entailed('O-05', 'G-04 O-08 O-12'),
    accepts: '400, 403 or 404.',
    about: 'scope',
    async check({ expect, provenBy, refusedReads, someUser, isSet, fromProven }) {
      const { id, get } = await someUser()
      const others = asWhom(isSet, ODD_PROFILES)
      const answers = await refusedReads.gets([...MALFORMED_PROFILES, ...others], id)
      for (const answer of await fromProven(answers)) expect(answer).toBeRefused(MALFORMED)
      provenBy(get)
    },
  }),
])
