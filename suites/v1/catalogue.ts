import type { Requirement } from '../../helpers/contract.ts'

export const V1_CATALOGUE: Requirement[] = []
