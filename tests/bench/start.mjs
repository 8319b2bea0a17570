/**
 * Whole-process time of a run against the embedded reference, beside that of Vitest running one empty test,
 * in turn on the same machine: `node tests/bench/start.mjs [pairs] [contracts]` after `npm run build`.
 * Times are noisy, so the ratio is taken pair by pair and its median is what counts.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [pairs = '7', contracts = 'v3,v1'] = process.argv.slice(2)
const root = fileURLToPath(new URL('../../', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'uac-bench-'))
symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'))
writeFileSync(
  join(scratch, 'empty.test.mjs'),
  "import { test } from 'vitest'\ntest('empty', () => undefined)\n",
)
const { PATH, HOME } = process.env

/** Milliseconds that a process takes from start to end. */
function timed(args, environment = {}) {
  const started = performance.now()
  const { status } = spawnSync(process.execPath, args, { cwd: scratch, env: { PATH, HOME, ...environment } })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
  return performance.now() - started
}

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
const run = () => timed([join(root, 'dist/cli/main.js'), 'run'], { CONTRACTS: contracts })
const empty = () => timed([join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'empty.test.mjs'])

run()
empty()
const measured = Array.from({ length: Number(pairs) }, () => ({ run: run(), empty: empty() }))
rmSync(scratch, { recursive: true, force: true })
const ratios = measured.map((pair) => pair.run / pair.empty)
console.log(`contracts ${contracts}, ${pairs} pairs`)
console.log(`whole run          median ${median(measured.map((pair) => pair.run)).toFixed(0)} ms`)
console.log(`one empty test     median ${median(measured.map((pair) => pair.empty)).toFixed(0)} ms`)
console.log(
  `ratio              median ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
)
