/** `x-profile-id`: a change of role in the child profile, and nowhere where there is none. */

import { UPDATE } from '../../../contracts/v3/pages.ts'
import { MALFORMED, NOT_YOURS } from '../../../contracts/v3/refusals.ts'
import { made } from '../../../contracts/v3/steps/updates.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { page, requirement } from '../language.ts'

export const scope = page(UPDATE, [
  requirement('scope-own-profile', {
    must: 'With x-profile-id the role in the child profile changes.',
    source: stated('U-02 U-10'),
    about: 'scope',
    needs: ['PROFILE_ID', 'SAFETY=disposable'],
    async check({ expect, expectUnchanged, updates, profileUpdates }) {
      await updates.start()
      const outside = await profileUpdates.outside()
      const { answer, subject, role, after } = made(await profileUpdates.changed())
      expect(answer).toSucceed([200])
      expect(answer).toShow({ role })
      expect(after.list).toList(subject.id, { role })
      // A profile may show the members of the organization, too: who is found there may be changed there.
      if (outside && outside.answer.status >= 400) expectUnchanged(outside.before, outside.after)
      // The same profile, or none.
      const spelt = await profileUpdates.spelt()
      if (spelt === undefined) return
      if (succeeded(spelt.answer)) {
        expect(spelt.answer).toShow({ role: spelt.role })
        expect(spelt.after.list).toList(subject.id, { role: spelt.role })
      } else {
        expect(spelt.answer).toBeRefused(MALFORMED)
        expectUnchanged(spelt.before, spelt.after)
      }
    },
  }),

  requirement('scope-foreign-refused', {
    must: "Under a profile of another organization nobody's role can be changed.",
    source: stated('U-10 O-05 O-12'),
    accepts: '404 or 403; 400 is a warning.',
    about: 'scope',
    needs: ['FOREIGN_PROFILE_ID', 'SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      expect(await updates.refusal('foreign profile')).toBeRefused(NOT_YOURS)
      const further = await updates.further('foreign profile, sandbox false', 'foreign profile, as developer')
      for (const answer of further) expect(answer).toBeRefused(NOT_YOURS)
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('scope-unknown-refused', {
    must: "Under an unknown profile nobody's role can be changed.",
    source: stated('U-10 O-06 O-12'),
    accepts: '404 or 403; 400 is a warning.',
    about: 'scope',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      expect(await updates.refusal('unknown profile')).toBeRefused(NOT_YOURS)
      const further = await updates.further('unknown profile, sandbox false', 'profile of zeros')
      for (const answer of further) expect(answer).toBeRefused(NOT_YOURS)
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('scope-malformed-refused', {
    must: "Under an x-profile-id that is no UUID nobody's role can be changed.",
    source: entailed('U-10', 'O-08 O-12'),
    accepts: '400, 403 or 404.',
    about: 'scope',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      for (const cause of ['malformed profile', 'empty profile'] as const) {
        expect(await updates.refusal(cause)).toBeRefused(MALFORMED)
      }
      const further = await updates.further('number for a profile', 'profile and one character')
      for (const answer of further) expect(answer).toBeRefused(MALFORMED)
      provenBy((await updates.changed()).answer)
    },
  }),
])
