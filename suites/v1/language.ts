/** The vocabulary of the v1 suite files. */
import { suiteLanguage } from '../../helpers/suite/declaration.ts'
import type { V1Fixtures } from '../../helpers/v1/fixtures.ts'

/** What a v1 check is handed. */
export type V1Context = V1Fixtures

export const { requirement, page } = suiteLanguage<V1Context>()
