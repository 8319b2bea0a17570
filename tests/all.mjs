/**
 * `npm test`: type-check, lint, build, every Vitest test, and the proof by faults, one after another.
 * Every step runs even when an earlier one failed; the last lines name what failed, and count.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const scratch = mkdtempSync(join(tmpdir(), 'users-api-conformance-'))
const results = join(scratch, 'vitest.json')
const proof = join(scratch, 'proof')
const counts = { passed: 0, failed: 0, skipped: 0 }
/** What failed, by name: of a long log people often see the end only. */
const failures = []

/** A step that has not ended after so long hangs. */
const LONGEST_MS = 45 * 60_000
/** Nor does one end any more that has written its results so long ago: they tell what it found. */
const AFTER_RESULTS_MS = 60_000

/**
 * @param options.environment variables beside those of this process
 * @param options.results a file that the step writes last
 * @returns whether it ended well; one that hangs is killed, and has ended well where it had written its results
 */
async function step(name, command, args, { environment = {}, results } = {}) {
  console.log(`\n== ${name}`)
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } })
  const startedAt = Date.now()
  const watch = setInterval(() => {
    const isWritten = results !== undefined && existsSync(results)
    const writtenFor = isWritten ? Date.now() - statSync(results).mtimeMs : 0
    if (writtenFor < AFTER_RESULTS_MS && Date.now() - startedAt < LONGEST_MS) return
    const what = isWritten ? 'has written its results, and does not end' : 'takes too long'
    console.log(`\n${name}: ${what}; it is ended.`)
    child.kill('SIGKILL')
  }, 1000)
  const [status] = await once(child, 'exit')
  clearInterval(watch)
  return status === 0 || (status === null && results !== undefined && existsSync(results))
}

/** Independent implementations have dependencies of their own, which are installed where they are tested. */
async function prepareImplementations() {
  const folder = join('tests', 'implementations')
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  return (
    (await step('independent implementations', 'npm', [
      'ci',
      '--no-audit',
      '--no-fund',
      '--prefix',
      folder,
    ])) && (await step('their build', 'npx', ['tsc', '-p', folder]))
  )
}

/** Counts a step as one test. */
function count(name, ok) {
  counts[ok ? 'passed' : 'failed']++
  if (!ok) failures.push(name)
}

/** Adds the counts that a step has written down; a step that died before that counts as one failure. */
function countFile(name, ok, file, read) {
  if (!existsSync(file)) return count(`${name}: ended without a result`, false)
  const { passed, failed, skipped = 0, names } = read(JSON.parse(readFileSync(file, 'utf8')))
  counts.passed += passed
  counts.failed += failed
  counts.skipped += skipped
  failures.push(...names)
  if (!ok && failed === 0) count(`${name}: failed as a whole`, false)
}

/** Runs a step that is one test. */
async function check(name, command, args) {
  count(name, await step(name, command, args))
}

/** The failed tests of a report of Vitest, and the files that could not be run. */
function failedTests({ testResults }) {
  return testResults.flatMap(({ name: path, status, assertionResults }) => {
    const file = relative('.', path)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [file]
    return failed.map(({ fullName }) => `${file}: ${fullName}`)
  })
}

/** What a proof shows to be wrong. */
function failedProofs({ faults, variants, unproven, claims, harm }) {
  return [
    ...faults
      .filter(({ caughtBy, toldBy }) => caughtBy.length + toldBy.length === 0)
      .map(({ name }) => `missed: ${name}`),
    ...claims.hollow.map(({ fault, requirement }) => `hollow: ${fault} claims ${requirement}`),
    ...claims.undue.map(({ fault, requirement }) => `undue: ${fault} accuses ${requirement}`),
    ...variants.filter(({ accused }) => accused.length > 0).map(({ name }) => `accused: ${name}`),
    ...unproven.map((id) => `unproven: ${id}`),
    ...harm.map(({ name, safety, says }) => `harmed by ${name} (${safety}): ${says}`),
  ]
}

await check('type-check', 'npx', ['tsc', '--noEmit'])
await check('type-check of the page', 'npx', ['tsc', '-p', 'report/html/script'])
await check('lint and format', 'npx', ['biome', 'ci', '--error-on-warnings', '.'])
await check('build', 'npm', ['run', '--silent', 'build'])
if (!(await prepareImplementations())) {
  const isOptional = process.env.CI === undefined
  console.log(`Independent implementations could not be installed${isOptional ? '; they are left out' : ''}.`)
  if (!isOptional) count('independent implementations', false)
}
// Not by npx: what is to be killed is Vitest itself.
const tests = await step(
  'tests',
  process.execPath,
  [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ],
  { results },
)
countFile('tests', tests, results, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests,
  names: failedTests(report),
}))
const proven = await step('proof by faults', process.execPath, ['dist/cli/main.js', 'prove'], {
  environment: { REPORT_DIR: proof },
})
countFile('proof by faults', proven, join(proof, 'proof.json'), (found) => ({
  ...found.summary,
  names: failedProofs(found),
}))

rmSync(scratch, { recursive: true, force: true })
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`)
console.log(
  `\nTests: ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
