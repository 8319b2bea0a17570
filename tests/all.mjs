/**
 * `npm test`: type-check, lint, build, every Vitest test, and the proof by faults, one after another.
 * Every step runs even when an earlier one failed; the last line counts what passed and what failed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const scratch = mkdtempSync(join(tmpdir(), 'users-api-conformance-'))
const results = join(scratch, 'vitest.json')
const proof = join(scratch, 'proof')
const counts = { passed: 0, failed: 0, skipped: 0 }

function step(name, command, args, environment = {}) {
  console.log(`\n== ${name}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } })
  return status === 0
}

/** Independent implementations have dependencies of their own, which are installed where they are tested. */
function prepareImplementations() {
  const folder = join('tests', 'implementations')
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  return (
    step('independent implementations', 'npm', ['ci', '--no-audit', '--no-fund', '--prefix', folder]) &&
    step('their build', 'npx', ['tsc', '-p', folder])
  )
}

function count(ok) {
  counts[ok ? 'passed' : 'failed']++
}

/** Adds the counts that a step has written down; a step that died before that counts as one failure. */
function countFile(ok, file, read) {
  if (!existsSync(file)) return count(ok && false)
  const { passed, failed, skipped = 0 } = read(JSON.parse(readFileSync(file, 'utf8')))
  counts.passed += passed
  counts.failed += failed
  counts.skipped += skipped
  if (!ok && failed === 0) counts.failed++
}

count(step('type-check', 'npx', ['tsc', '--noEmit']))
count(step('type-check of the page', 'npx', ['tsc', '-p', 'report/html/script']))
count(step('lint and format', 'npx', ['biome', 'ci', '--error-on-warnings', '.']))
count(step('build', 'npm', ['run', '--silent', 'build']))
if (!prepareImplementations()) {
  const isOptional = process.env.CI === undefined
  console.log(`Independent implementations could not be installed${isOptional ? '; they are left out' : ''}.`)
  if (!isOptional) count(false)
}
const tests = step('tests', 'npx', [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
])
countFile(tests, results, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests,
}))
const proven = step('proof by faults', process.execPath, ['dist/cli/main.js', 'prove'], { REPORT_DIR: proof })
countFile(proven, join(proof, 'proof.json'), ({ summary }) => summary)

rmSync(scratch, { recursive: true, force: true })
console.log(
  `\nTests: ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
