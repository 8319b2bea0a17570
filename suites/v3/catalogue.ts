/** The v3 catalogue: what is known of each requirement without a run. */
import type { Requirement } from '../../helpers/contract.ts'
import { V3_REQUIREMENTS } from './requirements.ts'

export const V3_CATALOGUE: Requirement[] = V3_REQUIREMENTS.map(({ requirement }) => requirement)
