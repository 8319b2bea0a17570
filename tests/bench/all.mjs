/**
 * `npm run bench`: every part, printed as it is done, and all of it in docs/benchmarks.md. Ends with 1 when two runs
 * of the suite came to different verdicts; a goal that is missed is told, and is no error of the bench.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { economy } from './economy.mjs'
import { latency } from './latency.mjs'
import { documentOf } from './measuring/document.mjs'
import { noiseLine, optionsOf } from './measuring/part.mjs'
import { verdictsSeen } from './measuring/suite.mjs'
import { goalsTable, textOf, textTable } from './measuring/write.mjs'
import { scale } from './scale.mjs'
import { start } from './start.mjs'
import { tools } from './tools.mjs'

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url))
const MINUTE_MS = 60_000

const options = optionsOf()
const started = performance.now()
const parts = []
for (const measure of [start, latency, scale, economy, tools]) {
  const part = await measure(options)
  parts.push(part)
  console.log(`${textOf(part)}\n`)
}
const { runs, outcomes } = verdictsSeen()
const verdicts = `${runs} runs of both contracts in full came to ${outcomes === 1 ? 'the same verdicts' : `${outcomes} different outcomes`}.`
const minutes = (performance.now() - started) / MINUTE_MS
const date = new Date().toISOString().slice(0, 10)
writeFileSync(PAGE, documentOf(parts, { date, minutes, verdicts }))
console.log(`${textTable(goalsTable(parts))}\n\n${noiseLine()}\n${verdicts}\n\nwritten to docs/benchmarks.md`)
process.exitCode = outcomes === 1 ? 0 : 1
