/** The stories of v3, and how much of them each depth has. */

import type { Config } from '../../../helpers/config/config.ts'
import type { Thorough } from '../../../helpers/config/thorough.ts'
import { clock } from '../../../helpers/http/clock.ts'
import { type DeepFindings, explore } from '../../../language/deep/explore.ts'
import { shareOf } from '../../../language/deep/share.ts'
import type { V3Steps } from '../steps.ts'
import { type V3Stage, V3Story } from './play.ts'
import { drawStory, fixedStories, type V3Step, wordsOf } from './steps.ts'

/** Beside the usual course of at most 160 requests and 12 invitations: so that no more than 450 and 55 come together. */
const MEDIUM = { requests: 255, reads: 20, cycles: 6, stories: 6 }

/** The same where requests are plenty, and the usual course takes more than 300. */
const IN_PLENTY = { ...MEDIUM, requests: 95 }

/** Tells the stories of v3 as deep as the run goes. */
export async function deepenV3(
  steps: Pick<V3Steps, 'callers' | 'guard' | 'mayChange' | 'isBilling' | 'invitations'>,
  config: Config,
  thorough: Thorough,
): Promise<DeepFindings> {
  const { callers, guard, mayChange, isBilling, invitations } = steps
  if (!mayChange()) return new Map()
  const { emailDomain: domain, consistencyMs } = config
  const hasBilling = await isBilling()
  const medium = (await invitations.isPlenty()) ? IN_PLENTY : MEDIUM
  const stage: V3Stage = { callers, guard, hasBilling, domain, consistencyMs, isLate: false, isFull: false }
  const until = thorough.durationMs === undefined ? undefined : clock().now() + thorough.durationMs
  return explore<V3Step>(
    {
      fixed: fixedStories,
      draw: drawStory,
      words: wordsOf,
      play: (steps, name, goesOn) => new V3Story(stage, name).told(steps, goesOn),
    },
    { chance: guard.chance, share: shareOf(thorough, medium), ...(until === undefined ? {} : { until }) },
  )
}
