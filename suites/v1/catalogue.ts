/** The v1 catalogue: what is known of each requirement without a run. */
import type { Requirement } from '../../helpers/contract.ts'
import { V1_REQUIREMENTS } from './requirements.ts'

export const V1_CATALOGUE: Requirement[] = V1_REQUIREMENTS.map(({ requirement }) => requirement)
