/** How much each depth allows of what a contract gives. */
import type { Thorough } from '../../helpers/config/thorough.ts'
import type { Share } from './game.ts'

/** What a contract spends at the depth in the middle. */
const PARTS: Record<Thorough['depth'], number> = { small: 0.35, medium: 1, large: 4 }

/** The share of a depth. @param medium what the depth in the middle has */
export function shareOf({ depth, durationMs }: Thorough, medium: Share): Share {
  const part = PARTS[depth]
  const share = {
    requests: Math.round(medium.requests * part),
    reads: Math.ceil(medium.reads * part),
    cycles: Math.ceil(medium.cycles * part),
    stories: Math.ceil(medium.stories * part),
  }
  // Where a duration was asked for, time is what counts.
  return durationMs === undefined ? share : { ...share, requests: Number.POSITIVE_INFINITY }
}
