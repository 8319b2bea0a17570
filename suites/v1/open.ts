/** What a run of v1 works with: callers, steps that checks share, and the clean-up. */

import { preflightV1 } from '../../contracts/v1/client/preflight.ts'
import { deepenV1 } from '../../contracts/v1/deep/game.ts'
import { V1Steps } from '../../contracts/v1/steps.ts'
import type { Config } from '../../helpers/config/config.ts'
import type { Steps } from '../../language/module.ts'
import type { StepParts } from '../../language/parts.ts'
import { examineV1 } from './examination.ts'

/** Makes everything ready for one target. */
export function openV1(config: Config, parts: StepParts): Steps<V1Steps> {
  const context = new V1Steps(config, parts)
  return {
    context,
    preflight: () => preflightV1(context),
    cleanUp: () => context.cleanUp(),
    deepen: (thorough) => deepenV1(context, config, thorough),
    examine: () => examineV1(context),
  }
}
