/** `attest`: signs what a report says. */
import { dirname, join } from 'node:path'
import { loadEnvironment } from '../../helpers/config/environment.ts'
import { printable } from '../../helpers/text/printable.ts'
import { sealedIn } from '../../report/attest/envelope.ts'
import { PAYLOAD_TYPE, statementOf } from '../../report/attest/statement.ts'
import { ATTESTATION, readPrivateKey, readReportFile, writeText } from '../attestation-files.ts'
import { UsageError } from '../errors.ts'

/** Flags as they were typed. */
export interface AttestFlags {
  key?: string
  output?: string
  url?: string
  statement?: boolean
}

/**
 * @param path a report, or the directory that holds it
 * @returns 0, whatever the verdict: an attestation may well say that a target failed
 * @throws UsageError or CompareError for what cannot be read, written or used
 */
export async function attestCommand(path: string, flags: AttestFlags): Promise<number> {
  const { url } = flags
  if (url !== undefined && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw new UsageError(`--url ${printable(url, 80)}: expected an address that begins with https://`)
  const { file, report, digest } = await readReportFile(path)
  const statement = statementOf(report, digest, url)
  const { result, usersApiConformance } = statement.predicate
  if (report.verdict !== usersApiConformance.verdict) {
    throw new UsageError(
      `${printable(path, 200)}: the report says ${printable(report.verdict, 20)}, and ${usersApiConformance.verdict} follows from its requirements. Nobody should sign that; run the suite again.`,
    )
  }
  const text = JSON.stringify(statement)
  // For who signs with a service in the stead of a key: the predicate and its subjects are all that takes.
  if (flags.statement) {
    process.stdout.write(`${text}\n`)
    return 0
  }
  const key = await readPrivateKey(flags.key, loadEnvironment())
  const envelope = sealedIn(PAYLOAD_TYPE, text, key)
  const output = flags.output ?? join(dirname(file), ATTESTATION)
  await writeText(output, `${JSON.stringify(envelope, null, 2)}\n`)
  const subjects = statement.subject.map(({ name = '' }) => printable(name, 100)).join(' and ')
  process.stdout.write(
    `${result} (${usersApiConformance.verdict}) attested of ${subjects}\nkey ${envelope.signatures[0]?.keyid}\nwritten to ${printable(output, 200)}\n`,
  )
  return 0
}
