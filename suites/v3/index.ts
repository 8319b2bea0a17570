/** The v3 contract: what it promises, and how it joins a run. */

import { contractModule } from '../../language/module.ts'
import { V3_INSTRUMENTS } from './instruments.ts'
import { V3_REQUIREMENTS } from './requirements.ts'
import { V3_STATEMENTS } from './statements.ts'

export const v3 = contractModule({
  contract: 'v3',
  credential: 'API_KEY',
  requirements: V3_REQUIREMENTS,
  instruments: V3_INSTRUMENTS,
  statements: V3_STATEMENTS,
  reading: async () => (await import('../../contracts/v3/inspection/reading.ts')).V3_READING,
  scopes: async () => (await import('../../contracts/v3/client/clean-up-scope.ts')).scopesV3,
  atRisk: async () => (await import('./at-risk.ts')).atRiskV3,
  steps: async () => (await import('./open.ts')).openV3,
})
