/** Which changes of role are no such thing: unknown roles, nobody's ids. */

import { UPDATE } from '../../../contracts/v3/pages.ts'
import { INVALID, NO_SUCH_ID, NO_SUCH_USER } from '../../../contracts/v3/refusals.ts'
import { made } from '../../../contracts/v3/steps/updates.ts'
import { inferred, shown, stated } from '../../../language/declaration.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { page, requirement } from '../language.ts'

/** A body that is no object: how it is refused is not said. */
const UNREADABLE = {
  status: 400,
  soft: [411, 413, 415, 422],
  code: 'VALIDATION_',
  softCode: 'silent' as const,
  bare: true,
}

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
      const further = await updates.further('role of a member', 'true for a role', 'object for a role')
      for (const answer of further) expect(answer).toBeRefused(INVALID)
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
      const further = await updates.further('owner, sandbox false')
      for (const answer of further) expect(answer).toBeRefused(INVALID)
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
      const isKept = after.user?.role === before.user?.role
      const judge = (answer: Answer, refusal: typeof INVALID | typeof UNREADABLE): void => {
        if (succeeded(answer) && isKept) {
          expect(answer).toPrefer('status 400', false, `status ${answer.status} without an effect`)
        } else expect(answer).toBeRefused(refusal)
      }
      judge(await updates.refusal('no role'), INVALID)
      judge(await updates.refusal('no body'), { ...INVALID, soft: [411, 415, 422], bare: true })
      for (const answer of [
        await updates.refusal('broken JSON'),
        await updates.refusal('list for a body'),
        ...(await updates.further('text for a body', 'null for a body')),
      ]) {
        judge(answer, UNREADABLE)
      }
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('role-lower-case', {
    must: 'A role in capitals is refused, or taken in lower case.',
    source: stated('U-11 I-18'),
    accepts: '400 with a VALIDATION code, or the role in lower case; 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, expectUnchanged, updates }) {
      made(await updates.changed())
      const { answer, role, before, after } = await updates.inCapitals()
      if (succeeded(answer)) {
        expect(answer).toShow({ role: role.toLowerCase() })
        expect(after.get).toShow({ role: role.toLowerCase() })
      } else {
        expect(answer).toBeRefused(INVALID)
        expectUnchanged(before, after)
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

  requirement('removed-user', {
    must: 'Whoever is removed has no role to change: 404 RESOURCE_006, and nobody comes back.',
    source: shown('U-24 U-25'),
    about: 'not-found',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates, removedUpdate }) {
      made(await updates.changed())
      const { subject, answer, after } = await removedUpdate.changed()
      expect(answer).toBeRefused(NO_SUCH_USER)
      expect(after.get).toKeep('the user to be gone', after.user === undefined, 'the user')
      expect(after.list).toExclude({ id: subject.id })
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
