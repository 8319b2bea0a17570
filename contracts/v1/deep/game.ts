/** The stories of v1, and how much of them each depth has. */

import type { Config } from '../../../helpers/config/config.ts'
import type { Thorough } from '../../../helpers/config/thorough.ts'
import { clock } from '../../../helpers/http/clock.ts'
import { type DeepFindings, explore } from '../../../language/deep/explore.ts'
import { shareOf } from '../../../language/deep/share.ts'
import type { V1Steps } from '../steps.ts'
import { type V1Stage, V1Story } from './play.ts'
import { drawStory, fixedStories, type V1Step, wordsOf } from './steps.ts'

/** Beside the usual course of at most 150 requests: so that no more than 550 come together. */
const MEDIUM = { requests: 330, reads: 20, cycles: 12, stories: 12 }

/** The same where requests are plenty, and the usual course takes some 120 more. */
const IN_PLENTY = { ...MEDIUM, requests: 230 }

/** Tells the stories of v1 as deep as the run goes. */
export async function deepenV1(
  {
    callers,
    guard,
    isSet,
    mayChange,
    plenty,
  }: Pick<V1Steps, 'callers' | 'guard' | 'isSet' | 'mayChange' | 'plenty'>,
  config: Config,
  thorough: Thorough,
): Promise<DeepFindings> {
  if (!mayChange()) return new Map()
  const { emailDomain: domain, consistencyMs } = config
  const medium = (await plenty.isGiven()) ? IN_PLENTY : MEDIUM
  const hasRestricted = isSet('RESTRICTED_ACCESS_TOKEN')
  const stage: V1Stage = {
    callers,
    guard,
    domain,
    consistencyMs,
    hasRestricted,
    isLate: false,
    isFull: false,
  }
  const until = thorough.durationMs === undefined ? undefined : clock().now() + thorough.durationMs
  return explore<V1Step>(
    {
      fixed: fixedStories,
      draw: drawStory,
      words: wordsOf,
      play: (steps, name, goesOn) => new V1Story(stage, name).told(steps, goesOn),
    },
    { chance: guard.chance, share: shareOf(thorough, medium), ...(until === undefined ? {} : { until }) },
  )
}
