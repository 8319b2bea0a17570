/** Which changes of role are no such thing: unknown roles, nobody's ids. */
import { inferred, shown, stated } from '../../../helpers/suite/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { page, requirement } from '../language.ts'
import { UPDATE } from '../pages.ts'
import { INVALID, NO_SUCH_ID, NO_SUCH_USER } from '../refusals.ts'

const BAD_ROLES = [
  'role nobody has',
  'empty role',
  'role null',
  'number for a role',
  'list of roles',
] as const

export const validation = page(UPDATE, [
  requirement('role-unknown-refused', {
    must: 'A role other than admin, billing and developer is refused with 400 VALIDATION_001.',
    source: shown('U-11 U-19 U-20'),
    accepts: 'Another VALIDATION code; 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      for (const cause of BAD_ROLES) expect(await updates.refusal(cause)).toBeRefused(INVALID)
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('role-named', {
    should: 'The refusal of an unknown role names the field.',
    source: shown('U-19'),
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      expect(await updates.refusal('role nobody has')).toNameFields(['role'])
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('role-owner-refused', {
    must: 'Nobody can be made an owner.',
    source: stated('U-21'),
    accepts: '400 with a VALIDATION code; 422 is a warning.',
    about: 'validation',
    security: true,
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      for (const cause of ['owner', 'Owner'] as const) {
        expect(await updates.refusal(cause)).toBeRefused(INVALID)
      }
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('role-missing-refused', {
    must: 'Without a role nothing changes.',
    source: stated('U-11'),
    accepts: '400 with a VALIDATION code; 422, and a success without an effect, are warnings.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      const { before, after } = await updates.refusals()
      for (const cause of ['no role', 'no body'] as const) {
        const answer = await updates.refusal(cause)
        const isKept = after.user?.role === before.user?.role
        if (succeeded(answer) && isKept) {
          expect(answer).toPrefer('status 400', false, `status ${answer.status} without an effect`)
        } else {
          expect(answer).toBeRefused({ ...INVALID, soft: cause === 'no body' ? [411, 415, 422] : [422] })
        }
      }
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('unknown-user', {
    must: 'An unknown id is answered with 404 RESOURCE_006.',
    source: shown('U-24 U-25'),
    about: 'not-found',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      expect(await updates.unknown()).toBeRefused(NO_SUCH_USER)
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('malformed-id', {
    should: 'An id that is no UUID is refused.',
    source: inferred('U-08'),
    accepts: '404, or 400 with a VALIDATION code.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      expect(await updates.malformed()).toBeRefused(NO_SUCH_ID)
      provenBy((await updates.changed()).answer)
    },
  }),
])
