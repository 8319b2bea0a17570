/** The vocabulary of the v1 suite files. */
import type { V1Operation } from '../../helpers/contract.ts'
import { suiteLanguage } from '../../helpers/run/definition.ts'
import type { V1Fixtures } from '../../helpers/v1/fixtures.ts'

export { expect } from '../../helpers/matchers/answers.ts'
export { provenBy, seenIn } from '../../helpers/matchers/evidence.ts'
export { expectSound } from '../../helpers/matchers/settled.ts'

export const { definitions, describe, requirement, closingRequirement } = suiteLanguage<
  V1Fixtures,
  V1Operation
>('v1')

/** Every way to refuse: where the documents name one, another one is worth a warning. */
export const ANY_REFUSAL: number[] = Array.from({ length: 100 }, (_, index) => 400 + index)
