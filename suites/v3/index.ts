/** The v3 contract: what it promises, and how it joins a run. */
import type { ContractModule } from '../../helpers/run/module.ts'
import { bindChecks, checksOf } from '../../helpers/suite/bind.ts'
import { V3Fixtures } from '../../helpers/v3/fixtures.ts'
import { preflightV3 } from '../../helpers/v3/preflight.ts'
import { V3_CATALOGUE } from './catalogue.ts'
import { V3_REQUIREMENTS } from './requirements.ts'

export const v3: ContractModule = {
  contract: 'v3',
  catalogue: V3_CATALOGUE,
  checks: checksOf(V3_REQUIREMENTS),
  open(config, parts) {
    const fixtures = new V3Fixtures(config, parts)
    return {
      bodies: bindChecks(V3_REQUIREMENTS, fixtures),
      preflight: () => preflightV3(fixtures),
      cleanUp: () => fixtures.cleanUp(),
    }
  },
}
