/** The v1 contract: what it promises, and how it joins a run. */
import type { ContractModule } from '../../helpers/run/module.ts'
import { bindChecks, checksOf } from '../../helpers/suite/bind.ts'
import { V1Fixtures } from '../../helpers/v1/fixtures.ts'
import { preflightV1 } from '../../helpers/v1/preflight.ts'
import { V1_CATALOGUE } from './catalogue.ts'
import { V1_REQUIREMENTS } from './requirements.ts'

export const v1: ContractModule = {
  contract: 'v1',
  catalogue: V1_CATALOGUE,
  checks: checksOf(V1_REQUIREMENTS),
  open(config, parts) {
    const fixtures = new V1Fixtures(config, parts)
    return {
      bodies: bindChecks(V1_REQUIREMENTS, fixtures),
      preflight: () => preflightV1(fixtures),
      cleanUp: () => fixtures.cleanUp(),
    }
  },
}
