/** Who may change roles: admins alone, and the key is looked at before the id. */

import { UPDATE } from '../../../contracts/v3/pages.ts'
import { FORBIDDEN, UNAUTHENTICATED } from '../../../contracts/v3/refusals.ts'
import { entailed, shown, stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { page, requirement } from '../language.ts'

const UNKNOWN_KEYS = [
  'unknown key',
  'unknown key of another form',
  'key without its last character',
  'key with another last character',
] as const

/** With a member that no page has a target may say first that it knows none of that name. */
const FORBIDDEN_ODDLY = { ...FORBIDDEN, soft: [400, 422], softCode: ['VALIDATION_'], bare: true }

const FURTHER_WITHOUT_KEY = [
  'no key, sandbox false',
  'no key, parameters',
  'no key, charset',
  'no key, in the profile',
  'Bearer null',
] as const
const FURTHER_UNKNOWN_KEYS = [
  'null for a key',
  'key and one character',
  'unknown key, in the profile',
  'unknown key, simulated',
] as const

export const access = page(UPDATE, [
  requirement('requires-key', {
    must: 'Without a key a change of role is refused with 401.',
    source: stated('U-26 A-03 A-05 A-06'),
    about: 'authentication',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      for (const cause of ['no key', 'empty key', 'key as bearer token'] as const) {
        expect(await updates.refusal(cause)).toBeRefused(UNAUTHENTICATED)
      }
      const further = await updates.further(...FURTHER_WITHOUT_KEY)
      for (const answer of further) expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('unknown-key-refused', {
    must: 'With an unknown key a change of role is refused with 401.',
    source: stated('U-26 A-04 A-05'),
    about: 'authentication',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      for (const cause of UNKNOWN_KEYS) expect(await updates.refusal(cause)).toBeRefused(UNAUTHENTICATED)
      const further = await updates.further(...FURTHER_UNKNOWN_KEYS)
      for (const answer of further) expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('key-before-user', {
    must: 'Without a key an unknown id is answered with 401 too, not with 404.',
    source: entailed('U-26', 'A-11'),
    about: 'authentication',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      expect(await updates.unknownByNobody()).toBeRefused(UNAUTHENTICATED)
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('developer-refused', {
    must: 'Neither the developer role nor the billing role may change roles: 403 AUTH_004.',
    source: shown('U-03 U-22 U-23'),
    about: 'roles',
    needs: ['DEVELOPER_API_KEY', 'SAFETY=disposable'],
    cells: { core: ['developer'], further: { billing: 'BILLING_API_KEY' } },
    async check({ expect, provenBy, tried, updates, restingOn }) {
      for (const cause of ['developer', 'developer, sandbox false'] as const) {
        expect(await updates.refusal(cause)).toBeRefused(FORBIDDEN)
      }
      expect(await updates.refusal('developer, unknown member')).toBeRefused(FORBIDDEN_ODDLY)
      for (const answer of await updates.further('developer, charset', 'developer, to admin')) {
        expect(answer).toBeRefused(FORBIDDEN)
      }
      tried('developer')
      for (const answer of await restingOn('BILLING_API_KEY', async () => [
        await updates.refusal('billing'),
        ...(await updates.further('billing, sandbox false', 'billing, unknown member')),
      ])) {
        const isOdd = answer.exchange.request.body?.includes('reason') === true
        expect(answer).toBeRefused(isOdd ? FORBIDDEN_ODDLY : FORBIDDEN)
        tried('billing')
      }
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('no-access-refused', {
    must: 'A caller without a role in the organization is refused with 403 AUTH_004.',
    source: shown('U-03 U-22 U-23'),
    about: 'roles',
    needs: ['RESTRICTED_API_KEY', 'SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      expect(await updates.refusal('restricted')).toBeRefused(FORBIDDEN)
      for (const answer of await updates.further('restricted, sandbox false')) {
        expect(answer).toBeRefused(FORBIDDEN)
      }
      for (const answer of await updates.further('restricted, unknown member')) {
        expect(answer).toBeRefused(FORBIDDEN_ODDLY)
      }
      provenBy((await updates.changed()).answer)
    },
  }),

  requirement('refused-keeps-role', {
    must: 'A refused change leaves the user as it was.',
    source: entailed('U-03', 'U-31'),
    about: 'effects',
    security: true,
    needs: ['SAFETY=disposable'],
    async check({ seen, provenBy, expectUnchanged, updates }) {
      const { before, answers, after } = await updates.refusals()
      const given = [...answers.values()].flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      seen(...given)
      if (given.some(succeeded)) {
        throw new Inconclusive('one of the changes was not refused, so the effect may be its own')
      }
      expectUnchanged(before, after)
      // Where nobody may change anything, nothing was refused to anybody.
      provenBy((await updates.changed()).answer)
    },
  }),
])
