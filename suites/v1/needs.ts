/** What the checks of v1 ask for beside `ACCESS_TOKEN`. `needs.test.ts` holds it against a run that lacks it. */
import type { Need } from '../../helpers/needs.ts'

export const V1_NEEDS: Need[] = [
  [/^v1\.delete\.(forbidden-403|forbidden-error|refused-keeps-user)$/, 'RESTRICTED_ACCESS_TOKEN'],
  [/^v1\.(create|delete)\./, 'SAFETY=disposable'],
  [/^v1\.get\.(agrees-with-create|last-login-empty)$/, 'SAFETY=disposable'],
  [/^v1\.list\.(created-user-listed|filter-finds-new-user)$/, 'SAFETY=disposable'],
]
