/** What a run of v3 works with: callers, steps that checks share, and the clean-up. */

import { preflightV3 } from '../../contracts/v3/client/preflight.ts'
import { deepenV3 } from '../../contracts/v3/deep/game.ts'
import { V3Steps } from '../../contracts/v3/steps.ts'
import type { Config } from '../../helpers/config/config.ts'
import type { Steps } from '../../language/module.ts'
import type { StepParts } from '../../language/parts.ts'
import { examineV3 } from './examination.ts'
import { V3_INSTRUMENTS } from './instruments.ts'

/** Makes everything ready for one target. */
export function openV3(config: Config, parts: StepParts): Steps<V3Steps> {
  const context = new V3Steps(config, parts, V3_INSTRUMENTS)
  return {
    context,
    preflight: () => preflightV3(context),
    cleanUp: () => context.cleanUp(),
    deepen: (thorough) => deepenV3(context, config, thorough),
    examine: () => examineV3(context),
  }
}
