/** Who may read a user: nobody without a valid token. */

import { GET } from '../../../contracts/v1/pages.ts'
import { UNAUTHENTICATED } from '../../../contracts/v1/refusals.ts'
import { READING } from '../../../contracts/v1/steps/intruders.ts'
import { page } from '../language.ts'
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
