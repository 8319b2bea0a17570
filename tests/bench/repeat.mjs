/**
 * Runs against the embedded reference in a row and compares every verdict:
 * `node tests/bench/repeat.mjs [runs] [contracts]` after `npm run build`. Ends with 1 when one differs.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [runs = '20', contracts = 'v3,v1'] = process.argv.slice(2)
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'uac-repeat-'))
const { PATH, HOME } = process.env
const seen = new Map()

for (let index = 0; index < Number(runs); index++) {
  spawnSync(process.execPath, [main, 'run'], { cwd: scratch, env: { PATH, HOME, CONTRACTS: contracts } })
  const report = JSON.parse(readFileSync(join(scratch, 'reports/latest/report.json'), 'utf8'))
  const verdicts = JSON.stringify(report.requirements.map(({ id, verdict }) => [id, verdict]))
  seen.set(verdicts, (seen.get(verdicts) ?? 0) + 1)
}
rmSync(scratch, { recursive: true, force: true })
console.log(
  `${runs} runs of ${contracts}: ${seen.size === 1 ? 'all verdicts alike' : `${seen.size} different outcomes`}`,
)
process.exitCode = seen.size === 1 ? 0 : 1
