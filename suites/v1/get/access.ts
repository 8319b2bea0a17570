/** Who may read a user: nobody without a valid token. */
import { page } from '../language.ts'
import { GET } from '../pages.ts'
import { UNAUTHENTICATED } from '../refusals.ts'
import { READING } from '../steps/callers.ts'
import { unknownCallers } from '../unknown-callers.ts'

export const access = page(GET, [
  ...unknownCallers({
    statements: 'DG-02',
    callers: READING,
    async check(who, { expect, provenBy, getBy, someUser }) {
      expect(await getBy(who)).toBeRefused(UNAUTHENTICATED)
      provenBy((await someUser()).get)
    },
  }),
])
