/** The OpenAPI description of all contracts, as `npm run update` writes it into schemas/openapi.json. */
import { openApi } from '../helpers/schema/openapi.ts'
import { suiteVersion } from '../helpers/text/package-root.ts'
import { V1_DESCRIPTION } from './v1/description.ts'
import { V3_DESCRIPTION } from './v3/description.ts'

/** The description as text. @throws Error when it names a shape that has no file */
export function openApiText(): string {
  return `${JSON.stringify(openApi([V3_DESCRIPTION, V1_DESCRIPTION], suiteVersion()), null, 2)}\n`
}
