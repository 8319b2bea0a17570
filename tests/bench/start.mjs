/**
 * Whole-process time of a run against the embedded reference, beside that of Vitest running one empty test:
 * `node tests/bench/start.mjs [--rounds 7]` after `npm run build`.
 */
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { milliseconds, range, rounded, seconds, times } from './measuring/format.mjs'
import { ratios, spread } from './measuring/numbers.mjs'
import { alone, goal } from './measuring/part.mjs'
import { measured, scratch } from './measuring/process.mjs'
import { every, inTurn } from './measuring/rounds.mjs'
import { runSuite } from './measuring/suite.mjs'

const MOST = 2
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** The part; see measuring/part.mjs. */
export async function start({ rounds }) {
  symlinkSync(modules, join(scratch, 'node_modules'), 'junction')
  writeFileSync(
    join(scratch, 'empty.test.mjs'),
    "import { test } from 'vitest'\ntest('empty', () => undefined)\n",
  )
  const empty = [join(modules, 'vitest/vitest.mjs'), 'run', 'empty.test.mjs']
  const samples = await inTurn(rounds, { run: () => runSuite(), empty: () => measured(empty) })
  const run = every(samples.run, 'ms')
  const floor = every(samples.empty, 'ms')
  const ratio = ratios(run, floor)
  const row = (name, all) => [name, seconds(spread(all).median), range(spread(all), seconds)]
  const [{ requests }] = samples.run
  return {
    title: 'Start',
    says: `The whole process of a run of both contracts against the embedded reference, the reference included, beside that of Vitest running one empty test. ${rounded(rounds)}.`,
    goals: [goal('a whole run, in times of one empty test', ratio.median, MOST, times, ratio)],
    tables: [
      {
        head: ['process', 'median', 'least to most'],
        rows: [
          row('a run of both contracts', run),
          row('Vitest with one empty test', floor),
          ['ratio, round by round', times(ratio.median), range(ratio, times)],
        ],
      },
    ],
    notes: [`That is ${milliseconds(spread(run).median / requests)} for each of the ${requests} requests.`],
  }
}

await alone(import.meta.url, start)
