/** Who may invite: admins alone, and the key is looked at before the body. */
import { inferred, stated } from '../../../helpers/suite/declaration.ts'
import { anyOf } from '../../../helpers/suite/needs.ts'
import { page, requirement } from '../language.ts'
import { INVITE } from '../pages.ts'
import { FORBIDDEN, UNAUTHENTICATED } from '../refusals.ts'

export const access = page(INVITE, [
  requirement('requires-key', {
    must: 'Without a key an invitation is refused with 401.',
    source: stated('I-34 A-03 A-05 A-12'),
    about: 'authentication',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations, intruders }) {
      const { flawed, sound } = await intruders.byNobody()
      expect(sound ?? flawed).toBeRefused(UNAUTHENTICATED)
      const stranger = await intruders.byStranger()
      if (stranger) expect(stranger.answer).toBeRefused(UNAUTHENTICATED)
      provenBy((await invitations.first()).answer)
    },
  }),

  requirement('key-before-validation', {
    must: 'Without a key an invalid invitation is answered with 401 too, not with 400.',
    source: inferred('A-11'),
    about: 'authentication',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations, intruders }) {
      expect((await intruders.byNobody()).flawed).toBeRefused(UNAUTHENTICATED)
      provenBy((await invitations.first()).answer)
    },
  }),

  requirement('requires-admin', {
    must: 'A caller without the admin role is refused with 403 AUTH_004.',
    source: stated('I-04 I-33 A-12 P-08 P-10'),
    about: 'roles',
    needs: [anyOf('DEVELOPER_API_KEY', 'RESTRICTED_API_KEY'), 'SAFETY=disposable'],
    async check({ expect, provenBy, invitations, isSet, intruders }) {
      const { simulated, real } = await intruders.byNonAdmin()
      expect((real ?? simulated).answer).toBeRefused(FORBIDDEN)
      provenBy((await (real ? invitations.first() : invitations.simulated())).answer)
      if (!isSet('RESTRICTED_API_KEY')) return
      const restricted = await intruders.byRestricted()
      if (restricted) expect(restricted.answer).toBeRefused(FORBIDDEN)
    },
  }),

  requirement('requires-admin-in-sandbox', {
    should: 'A caller without the admin role is refused with sandbox true, too.',
    source: stated('B-09 I-04'),
    about: 'roles',
    needs: [anyOf('DEVELOPER_API_KEY', 'RESTRICTED_API_KEY'), 'SAFETY=disposable'],
    async check({ expect, provenBy, invitations, intruders }) {
      const { simulated } = await intruders.byNonAdmin()
      expect(simulated.answer).toBeRefused(FORBIDDEN)
      provenBy((await invitations.simulated()).answer)
    },
  }),
])
