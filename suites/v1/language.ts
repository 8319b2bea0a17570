/** The vocabulary of the v1 suite files. */
import { suiteLanguage } from '../../helpers/suite/declaration.ts'
import type { V1Steps } from './steps.ts'

/** What a v1 check is handed. */
export type V1Context = V1Steps

export const { instrument, requirement, page } = suiteLanguage<V1Context>()
