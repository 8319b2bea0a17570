/** The v3 contract: its catalogue, its suites, and how they join a run. */
import { bind, type ContractModule } from '../../helpers/run/module.ts'
import { bindChecks, checksOf } from '../../helpers/suite/bind.ts'
import { V3Fixtures } from '../../helpers/v3/fixtures.ts'
import { preflightV3 } from '../../helpers/v3/preflight.ts'
import { V3_CATALOGUE } from './catalogue.ts'
import { remove } from './remove/index.ts'
import { definitions } from './vocabulary.ts'
import './list.ts'
import './get.ts'
import './invite.ts'
import './authentication.ts'
import './roles.ts'
import './scope.ts'
import './sandbox.ts'
import './answers.ts'

export const v3: ContractModule = {
  contract: 'v3',
  catalogue: V3_CATALOGUE,
  checks: [...definitions, ...checksOf(remove)],
  open(config, parts) {
    const fixtures = new V3Fixtures(config, parts)
    return {
      bodies: new Map([...bind(definitions, fixtures), ...bindChecks(remove, fixtures)]),
      preflight: () => preflightV3(fixtures),
      cleanUp: () => fixtures.cleanUp(),
    }
  },
}
