/** A run of the suite as the plain list of requests that every tool can be given. */

import { runSuite } from '../measuring/suite.mjs'
import { withTarget } from '../measuring/target.mjs'
import { plain } from './requests.mjs'

/** The requests of one run of both contracts, in the order in which the reference handled them. */
export async function recordRun() {
  return withTarget({}, async (target) => {
    await runSuite(target)
    return (await target.requests()).map(plain)
  })
}
