/** Who may list users: nobody without a valid token. */

import { LIST } from '../../../contracts/v1/pages.ts'
import { UNAUTHENTICATED } from '../../../contracts/v1/refusals.ts'
import { LISTING } from '../../../contracts/v1/steps/intruders.ts'
import { page } from '../language.ts'
import { unknownCallers } from '../unknown-callers.ts'

export const access = page(LIST, [
  ...unknownCallers({
    statements: 'DL-09',
    callers: LISTING,
    async check(who, { expect, provenBy, listsBy, directory }) {
      for (const answer of await listsBy(who)) expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy(await directory.baseline())
    },
  }),
])
