/** The v1 contract: its catalogue, its suites, and how they join a run. */
import { bind, type ContractModule } from '../../helpers/run/module.ts'
import { V1Fixtures } from '../../helpers/v1/fixtures.ts'
import { preflightV1 } from '../../helpers/v1/preflight.ts'
import { V1_CATALOGUE } from './catalogue.ts'
import { definitions } from './vocabulary.ts'
import './list.ts'
import './pagination.ts'
import './parameters.ts'
import './status-filter.ts'
import './create.ts'
import './validation.ts'
import './duplicate.ts'
import './get.ts'
import './delete.ts'
import './authentication.ts'
import './answers.ts'

export const v1: ContractModule = {
  contract: 'v1',
  catalogue: V1_CATALOGUE,
  checks: definitions,
  open(config, parts) {
    const fixtures = new V1Fixtures(config, parts)
    return {
      bodies: bind(definitions, fixtures),
      preflight: () => preflightV1(fixtures),
      cleanUp: () => fixtures.cleanUp(),
    }
  },
}
