/** Who may list users: nobody without a valid token. */
import { page } from '../language.ts'
import { LIST } from '../pages.ts'
import { UNAUTHENTICATED } from '../refusals.ts'
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
