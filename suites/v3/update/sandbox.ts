/** `sandbox: true`: answered like a real change of role, and nothing happens. */

import { idOf, userOf } from '../../../contracts/v3/client/user.ts'
import { UPDATE } from '../../../contracts/v3/pages.ts'
import { FORBIDDEN, INVALID, UNAUTHENTICATED } from '../../../contracts/v3/refusals.ts'
import { made } from '../../../contracts/v3/steps/updates.ts'
import { inferred, stated } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const sandbox = page(UPDATE, [
  requirement('sandbox-answer', {
    must: 'A simulated change is answered with 200 and a user.',
    source: stated('U-12 B-05 B-06'),
    accepts: 'Any values of the user.',
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    async check({ expect, updates }) {
      for (const simulated of [await updates.simulated(), await updates.rehearsed()]) {
        const { answer } = made(simulated)
        expect(answer).toSucceed([200])
        expect(answer).toKeep('a user', idOf(userOf(answer)) !== undefined, 'nobody', '/data')
      }
    },
  }),

  requirement('sandbox-no-effect', {
    must: 'A simulated change leaves the user as it was.',
    source: stated('U-12 B-02 B-11'),
    about: 'sandbox',
    security: true,
    needs: ['SAFETY=disposable'],
    async check({ seen, provenBy, expectUnchanged, updates, profileUpdates, isSet }) {
      const { kept, probe, sight } = await updates.start()
      seen(probe)
      expectUnchanged(kept, sight)
      const inProfile = isSet('PROFILE_ID')
        ? await profileUpdates.rehearsed().catch(() => undefined)
        : undefined
      for (const one of [await updates.simulated(), await updates.rehearsed(), inProfile]) {
        if (one === undefined) continue
        seen(one.answer)
        expectUnchanged(one.before, one.after)
      }
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('sandbox-header', {
    should: 'A simulated change is answered with X-Sandbox: true.',
    source: stated('U-12 B-04 H-06'),
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      const { answer } = await updates.simulated()
      provenBy(answer)
      expect(answer).toCarryHeader('X-Sandbox', 'true')
    },
  }),

  requirement('sandbox-validates', {
    must: 'A simulated change is validated like a real one.',
    source: stated('U-12 U-19 B-08'),
    accepts: '422 is a warning.',
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      expect(await updates.refusal('role nobody has, simulated')).toBeRefused(INVALID)
      provenBy((await updates.simulated()).answer)
    },
  }),

  requirement('sandbox-requires-key', {
    must: 'Without a key a simulated change is refused with 401, too.',
    source: stated('U-12 B-07 A-11'),
    about: 'sandbox',
    security: true,
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      expect(await updates.refusal('no key, simulated')).toBeRefused(UNAUTHENTICATED)
      provenBy((await updates.simulated()).answer)
    },
  }),

  requirement('developer-refused-in-sandbox', {
    should: 'The developer role is refused with sandbox true, too.',
    source: inferred('U-22 B-09'),
    about: 'roles',
    needs: ['DEVELOPER_API_KEY', 'SAFETY=disposable'],
    async check({ expect, provenBy, updates, isSet, restingOn }) {
      expect(await updates.refusal('developer, simulated')).toBeRefused(FORBIDDEN)
      if (isSet('RESTRICTED_API_KEY')) {
        expect(await updates.refusal('restricted, simulated')).toBeRefused(FORBIDDEN)
      }
      for (const answer of await restingOn('BILLING_API_KEY', () => updates.further('billing, simulated'))) {
        expect(answer).toBeRefused(FORBIDDEN)
      }
      provenBy((await updates.simulated()).answer)
    },
  }),
])
