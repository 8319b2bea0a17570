/** The vocabulary of the v3 suite files. */

import type { V3Steps } from '../../contracts/v3/steps.ts'
import { suiteLanguage } from '../../language/declaration.ts'

/** What a v3 check is handed. */
export type V3Context = V3Steps

export const { instrument, requirement, page } = suiteLanguage<V3Context>()
