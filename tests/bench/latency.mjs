/**
 * A whole run where every answer takes 100 ms longer, beside the same run where none does:
 * `node tests/bench/latency.mjs [--rounds 7]` after `npm run build`.
 */
import { range, rounded, seconds } from './measuring/format.mjs'
import { differences, spread } from './measuring/numbers.mjs'
import { alone, goal } from './measuring/part.mjs'
import { every, inTurn } from './measuring/rounds.mjs'
import { runSuite } from './measuring/suite.mjs'
import { withTarget } from './measuring/target.mjs'

const DELAY_MS = 100
const MOST_MS = 2000

/** The part; see measuring/part.mjs. */
export async function latency({ rounds }) {
  const subject = (options) => () => withTarget(options, (target) => runSuite(target))
  const samples = await inTurn(rounds, { near: subject({}), far: subject({ delayMs: DELAY_MS }) })
  const near = every(samples.near, 'ms')
  const far = every(samples.far, 'ms')
  const longer = differences(far, near)
  const row = (name, all) => [name, seconds(all.median), range(all, seconds)]
  const trips = Math.round(longer.median / DELAY_MS)
  return {
    title: 'Latency',
    says: `The whole process of a run of both contracts under SAFETY=full against a reference in a process of its own, without and with ${DELAY_MS} ms added to every answer. ${rounded(rounds)}.`,
    goals: [goal(`longer with ${DELAY_MS} ms on every answer`, longer.median, MOST_MS, seconds, longer)],
    tables: [
      {
        head: ['run', 'median', 'least to most'],
        rows: [
          row('answered at once', spread(near)),
          row(`answered ${DELAY_MS} ms later`, spread(far)),
          row('longer, round by round', longer),
        ],
      },
    ],
    notes: [
      `The added time is that of ${trips} answers one after another, for ${samples.far[0].requests} requests in all.`,
    ],
  }
}

await alone(import.meta.url, latency)
