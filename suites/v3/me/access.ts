/** Who is told whose key it is: whoever has one, and nobody else. */

import { ME } from '../../../contracts/v3/pages.ts'
import { UNAUTHENTICATED } from '../../../contracts/v3/refusals.ts'
import { stated } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const access = page(ME, [
  requirement('requires-key', {
    must: 'Without a key nobody is told of an account: 401.',
    source: stated('V-06 A-03 A-05 A-06'),
    about: 'authentication',
    async check({ expect, provenBy, account }) {
      for (const who of ['nobody', 'empty', 'bearer'] as const) {
        expect(await account.by(who)).toBeRefused(UNAUTHENTICATED)
      }
      provenBy(await account.own())
    },
  }),

  requirement('unknown-key-refused', {
    must: 'An unknown key is answered with 401.',
    source: stated('V-06 A-04 A-05'),
    about: 'authentication',
    async check({ expect, provenBy, account }) {
      for (const who of ['stranger', 'otherStranger', 'shorter'] as const) {
        expect(await account.by(who)).toBeRefused(UNAUTHENTICATED)
      }
      provenBy(await account.own())
    },
  }),

  requirement('same-organization', {
    must: 'Keys of one organization are told of the same account.',
    source: stated('V-06 Q-08'),
    accepts: 'Keys of profiles and of persons, whose accounts are their own.',
    about: 'roles',
    needs: ['DEVELOPER_API_KEY'],
    async check({ expect, account }) {
      const answer = await account.by('developer')
      expect(answer).toSucceed([200])
      const [own, other] = [await account.organization('admin'), await account.organization('developer')]
      expect(answer).toKeep('the account of API_KEY', own === other, 'another one', '/data/id')
    },
  }),
])
