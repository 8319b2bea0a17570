/** Opening a run may fail, or never end; neither may keep its tests from ending. */

import { secretsOf } from '../../helpers/config/config.ts'
import { maskOf } from '../../helpers/secrets/mask-of.ts'
import { shortened } from '../../helpers/secrets/shorten.ts'
import { OPENING_MS } from '../limits.ts'
import type { Target } from '../target.ts'
import type { Judging } from './run.ts'

/** A run, or why there is none. */
export interface Opened {
  run?: Judging
  failure?: string
}

/** Longest text of a failure that is kept, in characters. */
const LONGEST_FAILURE = 1_000

/** Opens a run; never throws. */
export async function attempt(open: () => Promise<Judging>, target: Target): Promise<Opened> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Opened>((resolve) => {
    timer = setTimeout(
      () => resolve({ failure: `the run could not begin within ${OPENING_MS} ms` }),
      OPENING_MS,
    )
  })
  try {
    return await Promise.race([open().then((run) => ({ run })), late])
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const mask = maskOf(secretsOf(target.config))
    return { failure: shortened(`the run could not begin: ${text}`, LONGEST_FAILURE, mask) }
  } finally {
    clearTimeout(timer)
  }
}
