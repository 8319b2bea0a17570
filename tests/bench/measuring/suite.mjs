/** Runs the suite as its users do, `dist/cli/main.js run`, and reads what it left. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measured, scratch } from './process.mjs'

const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))

/** The verdicts of every run under the usual settings, to tell whether any two differ. */
const seen = []

/** How many such runs there were, and how many different outcomes. */
export const verdictsSeen = () => ({ runs: seen.length, outcomes: new Set(seen).size })

/**
 * One whole run. Without a target it judges the embedded reference.
 * @returns what `measured` tells, and of the report its `verdict`, the `verdicts` of all requirements as one text,
 *   how many were `judged` with how many `requests`, and the bytes of the `folder` and of its `largest` file
 * @throws when the run wrote no report or is not conformant
 */
export async function runSuite(target, environment = {}) {
  const folder = join(scratch, 'reports/latest')
  rmSync(folder, { recursive: true, force: true })
  const against = target === undefined ? {} : { ...target.environment, SAFETY: 'full' }
  const finished = await measured([MAIN, 'run'], { ...against, ...environment })
  if (finished.code !== 0) throw new Error(`the run ended with ${finished.code}:\n${finished.output}`)
  const { verdict, requirements, summary } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  const files = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  const verdicts = JSON.stringify(requirements.map((one) => [one.id, one.verdict]))
  if (Object.keys(environment).length === 0) seen.push(verdicts)
  return {
    ...finished,
    verdict,
    requests: summary.requests.total,
    verdicts,
    judged: summary.coverage.judged,
    folder: files.reduce((sum, size) => sum + size, 0),
    largest: Math.max(...files),
  }
}
