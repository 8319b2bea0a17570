import type { ContractModule } from '../../helpers/run/module.ts'

export const v1: ContractModule = {
  contract: 'v1',
  catalogue: [],
  checks: [],
  open: () => ({ bodies: new Map(), preflight: async () => undefined, cleanUp: async () => [] }),
}
