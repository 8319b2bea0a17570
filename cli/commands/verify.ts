/** `verify`: whether a report agrees with itself, and whether its verdicts follow from its traffic. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { suiteCommit } from '../../helpers/config/suite-commit.ts'
import { suiteVersion } from '../../helpers/text/package-root.ts'
import { printable } from '../../helpers/text/printable.ts'
import type { Report } from '../../model/report.ts'
import { checkAttestation } from '../../report/attest/check.ts'
import { shortCommit } from '../../report/provenance.ts'
import type { Contradiction } from '../../report/verify/contradiction.ts'
import { contradictionsIn } from '../../runner/verify/consistency.ts'
import type { Followed } from '../../runner/verify/follows.ts'
import { startWorkerAhead } from '../../runner/worker-ahead.ts'
import { type ReportFile, readBytes, readPublicKey, readReportFile } from '../attestation-files.ts'
import { UNSETTLED_EXIT, UsageError } from '../errors.ts'

/** So many lines of one kind are printed. */
const MOST = 40

/** Flags as they were typed. */
export interface VerifyFlags {
  /** The attestation, and the public key of whoever is expected to have signed it. */
  attestation?: string
  key?: string
}

/**
 * @param path a report, or the directory that holds it
 * @returns 0 where everything follows, 1 where something contradicts, 3 where something cannot be judged again
 * @throws CompareError or UsageError for what cannot be read
 */
export async function verifyCommand(path: string, flags: VerifyFlags = {}): Promise<number> {
  const read = await readReportFile(path)
  const { report, file } = read
  if (!(await isAttested(read, flags))) return 1
  const har = await trafficBeside(file)
  const against = reasonAgainst(report)
  // It takes a worker of its own, so that it goes on beside the look at the report itself.
  const judging = against === undefined ? judgedAgain(report) : undefined
  // Where the report contradicts itself, nobody waits for it.
  judging?.catch(() => undefined)
  const contradictions = contradictionsIn(report, har)
  if (contradictions.length === 0) {
    const { contradictionsOfFacts } = await import('../../runner/verify/facts-follow.ts')
    contradictions.push(...(await contradictionsOfFacts(report)))
  }
  say(`${report.suite.name} ${report.suite.version}, run ${report.run.id}, ${report.target.baseUrl}`)
  tell('contradicts', contradictions.map(lineOf))
  if (contradictions.length > 0) {
    say(`refused: the report contradicts itself in ${contradictions.length} places`)
    return 1
  }
  const beside = har === undefined ? ', and there is no traffic.har beside it' : ' and with traffic.har'
  say(`consistent: the report agrees with itself${beside}`)
  if (judging === undefined) {
    say(`not judged again: ${against}`)
    return UNSETTLED_EXIT
  }
  return concluded(await judging, report)
}

/** Whether the key has signed what the report says; also where nobody asks for that. @throws UsageError */
async function isAttested(
  { report, digest }: ReportFile,
  { attestation: file, key: keyFile }: VerifyFlags,
): Promise<boolean> {
  if (file === undefined && keyFile === undefined) return true
  if (file === undefined || keyFile === undefined)
    throw new UsageError(
      '--attestation FILE and --key FILE belong together: what was signed, and by whose key',
    )
  const attestation = String(await readBytes(file, 'an attestation, as attest writes it'))
  const { problems, keyId, statement } = checkAttestation({
    attestation,
    key: await readPublicKey(keyFile),
    report,
    digest,
  })
  tell('attestation', problems)
  if (problems.length > 0) {
    say(`refused: the key ${keyId} has not signed this report`)
    return false
  }
  say(`signed by the key ${keyId}: ${statement?.predicate.result}`)
  return true
}

async function judgedAgain(report: Report): Promise<Followed> {
  const ahead = startWorkerAhead(report.contracts)
  try {
    const [{ judgeAgain }, { followedIn }] = await Promise.all([
      import('../../runner/verify/judge-again.ts'),
      import('../../runner/verify/follows.ts'),
    ])
    return followedIn(report, await judgeAgain(report, ahead))
  } finally {
    await ahead?.close()
  }
}

function concluded({ followed, contradictions, open }: Followed, report: Report): number {
  const { exchanges } = report
  const other = contradictions.length > 0 ? otherBuild(report) : undefined
  tell(other === undefined ? 'does not follow' : 'differs', contradictions.map(lineOf))
  tell(
    'not re-judgeable',
    open.map(({ id, why }) => `${id}: ${why}`),
  )
  const total = followed.length + contradictions.length + open.length
  say(`judged again: ${followed.length} of ${total} verdicts follow from ${exchanges.length} exchanges`)
  if (other !== undefined) {
    say(`not settled: ${other}`)
    return UNSETTLED_EXIT
  }
  if (contradictions.length > 0) {
    say(`refused: ${contradictions.length} verdicts do not follow from the recorded traffic`)
    return 1
  }
  if (open.length === 0) return 0
  say(`not settled: ${open.length} verdicts cannot be judged again from what was recorded`)
  return UNSETTLED_EXIT
}

/** Why a report cannot be judged again here at all. */
function reasonAgainst({ suite, recordings = [] }: Report): string | undefined {
  if (suite.version !== suiteVersion()) {
    return `version ${printable(suite.version, 40)} of the suite judged, and this is ${suiteVersion()}: use that one`
  }
  return recordings.length === 0 ? 'the report does not hold what that takes (no recordings)' : undefined
}

/** Which other build of the same version judged: what differs may be the suite's own change; undefined where it is this one. */
function otherBuild({ suite: { commit } }: Report): string | undefined {
  const own = suiteCommit()
  if (commit === undefined || own === undefined || commit === own) return undefined
  return `commit ${printable(shortCommit(commit), 60)} of the suite judged, and this is ${shortCommit(own)}: use that one`
}

/** @throws UsageError for a file that is there and cannot be read as JSON */
async function trafficBeside(file: string): Promise<unknown> {
  const path = join(dirname(file), 'traffic.har')
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new UsageError(`${printable(path, 200)}: cannot be read`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${printable(path, 200)}: is not valid JSON`)
  }
}

function lineOf({ place, says }: Contradiction): string {
  return `${place}: ${says}`
}

function tell(kind: string, lines: readonly string[]): void {
  for (const line of lines.slice(0, MOST)) say(`${kind}  ${printable(line, 600)}`)
  if (lines.length > MOST) say(`${kind}  … and ${lines.length - MOST} more`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
