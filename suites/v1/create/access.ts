/** Who may create users: nobody without a valid token. */

import { CREATE } from '../../../contracts/v1/pages.ts'
import { UNAUTHENTICATED } from '../../../contracts/v1/refusals.ts'
import { CHANGING } from '../../../contracts/v1/steps/intruders.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { page } from '../language.ts'
import { unknownCallers } from '../unknown-callers.ts'

export const access = page(CREATE, [
  ...unknownCallers({
    statements: 'DC-03',
    callers: CHANGING,
    needs: ['SAFETY=disposable'],
    async check(who, { expect, provenBy, people, census }) {
      const { answer, email } = await people.byUnknown(who)
      expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy((await people.resident()).answer)
      const { pages, complete, near } = await census.taken()
      for (const { answer: list, entries } of pages) if (entries) expect(list).toExclude({ email })
      if (!complete && !near) throw new Inconclusive('the list is too long to be searched for new users')
    },
  }),
])
