/** The v3 contract: its catalogue, its suites, and how they join a run. */
import { bind, type ContractModule } from '../../helpers/run/module.ts'
import { V3Fixtures } from '../../helpers/v3/fixtures.ts'
import { preflightV3 } from '../../helpers/v3/preflight.ts'
import { V3_CATALOGUE } from './catalogue.ts'
import { definitions } from './language.ts'
import './list.ts'
import './get.ts'
import './invite.ts'
import './remove.ts'
import './authentication.ts'
import './roles.ts'
import './scope.ts'
import './sandbox.ts'
import './forbidden.ts'
import './answers.ts'

export const v3: ContractModule = {
  contract: 'v3',
  catalogue: V3_CATALOGUE,
  checks: definitions,
  open(config, parts) {
    const fixtures = new V3Fixtures(config, parts)
    return {
      bodies: bind(definitions, fixtures),
      preflight: () => preflightV3(fixtures),
      cleanUp: () => fixtures.cleanUp(),
    }
  },
}
