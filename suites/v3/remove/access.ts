/** Who may remove: admins alone, and the key is looked at before the id. */

import { REMOVE } from '../../../contracts/v3/pages.ts'
import { FORBIDDEN, FORBIDDEN_BODILESS, NOT_YOURS, UNAUTHENTICATED } from '../../../contracts/v3/refusals.ts'
import { asWhom } from '../../../contracts/v3/steps/as-whom.ts'
import { entailed, shown, stated } from '../../../language/declaration.ts'
import { type Answer, hasQuery } from '../../../model/answer.ts'
import { page, requirement } from '../language.ts'

/** Keys that nobody was given, near misses of the right one among them. */
const UNKNOWN_KEYS = [
  'unknown key',
  'key without its last character',
  'key with another last character',
] as const

/** The forms of body in which a developer asks. */
const DEVELOPER = ['developer', 'developer, {}', 'developer, no body', 'developer, unknown member'] as const

/** Whether somebody has a place in a profile is open; that they may not remove anybody there is not. */
const notTheirs = (answer: Answer) => (answer.status === FORBIDDEN.status ? FORBIDDEN : NOT_YOURS)

/** With parameters that no page has a target may say first that it knows none of them. */
const FORBIDDEN_ASKING = { status: 403, soft: [400, 422] }

/** The refusal of a role, in whichever form it was asked for: a 403 carries its code always. */
const forbiddenIn = (answer: Answer, isOdd: boolean) => {
  if (answer.status === FORBIDDEN.status) return FORBIDDEN
  return isOdd ? FORBIDDEN_BODILESS : hasQuery(answer) ? FORBIDDEN_ASKING : FORBIDDEN
}

export const access = page(REMOVE, [
  requirement('requires-key', {
    must: 'Without a key a removal is refused with 401.',
    source: stated('R-20 A-03 A-05 A-06 A-12'),
    about: 'authentication',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, harmless, removals }) {
      for (const cause of ['no key', 'no key, no body', 'empty key'] as const) {
        expect(await harmless.refusal(cause)).toBeRefused(UNAUTHENTICATED)
      }
      const { nobody } = await harmless.refusedInProfile()
      for (const answer of [
        ...(await harmless.further(['key as bearer token', 'Bearer null', 'no key, {}'])),
        ...(nobody ? [nobody] : []),
      ]) {
        expect(answer).toBeRefused(UNAUTHENTICATED)
      }
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('unknown-key-refused', {
    must: 'With an unknown key a removal is refused with 401.',
    source: stated('R-20 A-04 A-05 A-12'),
    about: 'authentication',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, harmless, removals, isSet }) {
      for (const cause of UNKNOWN_KEYS) expect(await harmless.refusal(cause)).toBeRefused(UNAUTHENTICATED)
      for (const answer of await harmless.further([
        'null for a key',
        'key and one character',
        'unknown key, {}',
        'unknown key beside the right one',
        ...asWhom(isSet, { DEVELOPER_API_KEY: 'key of a developer and one character' }),
      ])) {
        expect(answer).toBeRefused(UNAUTHENTICATED)
      }
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('key-before-user', {
    must: 'Without a key an unknown id is answered with 401 too, not with 404.',
    source: entailed('A-03', 'R-20 A-11 A-12'),
    about: 'authentication',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, removals, sparing }) {
      expect(await removals.byNobodyUnknown()).toBeRefused(UNAUTHENTICATED)
      if (!(await sparing())) expect(await removals.byNobodyMalformed()).toBeRefused(UNAUTHENTICATED)
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('developer-refused', {
    must: 'Neither the developer role nor the billing role may remove users: 403 AUTH_004.',
    source: shown('R-03 R-21 R-22 A-12 P-08 P-10'),
    about: 'roles',
    needs: ['DEVELOPER_API_KEY', 'SAFETY=disposable'],
    cells: { core: ['developer'], further: { billing: 'BILLING_API_KEY' } },
    async check({ expect, provenBy, tried, harmless, removals, isWithoutBody, restingOn }) {
      for (const cause of DEVELOPER) {
        const answer = await harmless.refusal(cause)
        const isOdd = isWithoutBody(cause) || cause === 'developer, unknown member'
        expect(answer).toBeRefused(forbiddenIn(answer, isOdd))
      }
      for (const answer of await harmless.further(['developer, charset']))
        expect(answer).toBeRefused(FORBIDDEN)
      const { developer } = await harmless.refusedInProfile()
      if (developer) expect(developer).toBeRefused(notTheirs(developer))
      const alike = await removals.companionByDeveloper()
      if (alike) expect(alike).toBeRefused(FORBIDDEN)
      tried('developer')
      const [plain, bodiless, empty, unknown] = await restingOn('BILLING_API_KEY', async () => [
        await harmless.refusal('billing'),
        ...(await harmless.further(['billing, no body', 'billing, {}', 'billing, unknown member'])),
      ])
      for (const odd of [bodiless, unknown]) if (odd) expect(odd).toBeRefused(forbiddenIn(odd, true))
      for (const answer of plain ? [plain, ...(empty ? [empty] : [])] : []) {
        expect(answer).toBeRefused(FORBIDDEN)
        tried('billing')
      }
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('developer-refused-in-sandbox', {
    should: 'The developer role is refused with sandbox true, too, and so is billing.',
    source: stated('R-03 R-21 B-09'),
    about: 'roles',
    needs: ['DEVELOPER_API_KEY', 'SAFETY=disposable'],
    async check({ expect, provenBy, harmless, isSet, fromProven, restingOn }) {
      expect(await harmless.refusal('developer, simulated')).toBeRefused(FORBIDDEN)
      if (isSet('RESTRICTED_API_KEY')) {
        const answers = await fromProven(await harmless.further(['restricted, simulated']))
        for (const answer of answers) expect(answer).toBeRefused(FORBIDDEN)
      }
      const { simulated } = await harmless.refusedInProfile()
      if (simulated) expect(simulated).toBeRefused(notTheirs(simulated))
      for (const answer of await restingOn('BILLING_API_KEY', async () => [
        await harmless.refusal('billing, simulated'),
      ]))
        expect(answer).toBeRefused(FORBIDDEN)
      provenBy((await harmless.simulated()).answer)
    },
  }),

  requirement('no-access-refused', {
    must: 'A caller without a role in the organization is refused with 403 AUTH_004.',
    source: stated('R-03 R-21 R-22 P-08'),
    about: 'roles',
    needs: ['RESTRICTED_API_KEY', 'SAFETY=disposable'],
    async check({ expect, provenBy, harmless, removals, isWithoutBody }) {
      for (const cause of ['restricted', 'restricted, no body'] as const) {
        const answer = await harmless.refusal(cause)
        expect(answer).toBeRefused(forbiddenIn(answer, isWithoutBody(cause)))
      }
      for (const answer of await harmless.further(['restricted, {}', 'restricted, charset'])) {
        expect(answer).toBeRefused(FORBIDDEN)
      }
      const { restricted } = await harmless.refusedInProfile()
      if (restricted) expect(restricted).toBeRefused(notTheirs(restricted))
      provenBy((await removals.real()).answer)
    },
  }),
])
