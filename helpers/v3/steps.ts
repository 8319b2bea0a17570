/** What a run of v3 works with: callers, steps that checks share, and the clean-up. */
import type { Config } from '../config/config.ts'
import type { RunParts } from '../run/parts.ts'
import type { Steps } from '../suite/module.ts'
import { V3Fixtures } from './fixtures.ts'
import { preflightV3 } from './preflight.ts'

/** Makes everything ready for one target. */
export function openV3(config: Config, parts: RunParts): Steps<V3Fixtures> {
  const context = new V3Fixtures(config, parts)
  return {
    context,
    preflight: () => preflightV3(context),
    cleanUp: () => context.cleanUp(),
  }
}
