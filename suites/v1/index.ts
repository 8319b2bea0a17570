/** The v1 contract: what it promises, and how it joins a run. */

import { contractModule } from '../../language/module.ts'
import { V1_INSTRUMENTS } from './instruments.ts'
import { V1_REQUIREMENTS } from './requirements.ts'
import { V1_STATEMENTS } from './statements.ts'

export const v1 = contractModule({
  contract: 'v1',
  credential: 'ACCESS_TOKEN',
  requirements: V1_REQUIREMENTS,
  instruments: V1_INSTRUMENTS,
  statements: V1_STATEMENTS,
  reading: async () => (await import('../../contracts/v1/inspection/reading.ts')).V1_READING,
  scopes: async () => (await import('../../contracts/v1/client/clean-up-scope.ts')).scopesV1,
  steps: async () => (await import('./open.ts')).openV1,
})
