/** The vocabulary of the v3 suite files. */
import type { V3Operation } from '../../helpers/contract.ts'
import { suiteLanguage } from '../../helpers/run/definition.ts'
import type { V3Fixtures } from '../../helpers/v3/fixtures.ts'

export { expectGone, expectUnchanged } from '../../helpers/matchers/effects.ts'
export { provenBy, seenIn } from '../../helpers/matchers/evidence.ts'
export { expect } from '../../helpers/matchers/v3.ts'

export const { definitions, describe, requirement, lastRequirement, closingRequirement } = suiteLanguage<
  V3Fixtures,
  V3Operation
>('v3')
