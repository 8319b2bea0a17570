/** The vocabulary of the v3 suite files. */
import { suiteLanguage } from '../../helpers/suite/declaration.ts'
import type { V3Fixtures } from '../../helpers/v3/fixtures.ts'

/** What a v3 check is handed. */
export type V3Context = V3Fixtures

export const { requirement, page } = suiteLanguage<V3Context>()
