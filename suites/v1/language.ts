/** The vocabulary of the v1 suite files. */

import type { V1Steps } from '../../contracts/v1/steps.ts'
import { suiteLanguage } from '../../language/declaration.ts'

/** What a v1 check is handed. */
export type V1Context = V1Steps

export const { instrument, requirement, page } = suiteLanguage<V1Context>()
