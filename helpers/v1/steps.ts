/** What a run of v1 works with: callers, steps that checks share, and the clean-up. */
import type { Config } from '../config/config.ts'
import type { RunParts } from '../run/parts.ts'
import type { Steps } from '../suite/module.ts'
import { V1Fixtures } from './fixtures.ts'
import { preflightV1 } from './preflight.ts'

/** Makes everything ready for one target. */
export function openV1(config: Config, parts: RunParts): Steps<V1Fixtures> {
  const context = new V1Fixtures(config, parts)
  return {
    context,
    preflight: () => preflightV1(context),
    cleanUp: () => context.cleanUp(),
  }
}
