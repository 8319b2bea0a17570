/** Who may list users: nobody without a valid token. */

import { LIST } from '../../../contracts/v1/pages.ts'
import { UNAUTHENTICATED } from '../../../contracts/v1/refusals.ts'
import { page } from '../language.ts'
import { unknownCallers } from '../unknown-callers.ts'

export const access = page(LIST, [
  ...unknownCallers({
    statements: 'DL-09',
    async check(who, { expect, provenBy, listBy, directory }) {
      expect(await listBy(who)).toBeRefused(UNAUTHENTICATED)
      provenBy(await directory.baseline())
    },
  }),
])
