/** `submission`: collects what somebody else needs to check a report. */

import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { printable } from '../../helpers/text/printable.ts'
import { sha256 } from '../../helpers/text/sha256.ts'
import { envelopeOf, parsed } from '../../report/attest/envelope.ts'
import { type SubmittedFile, submissionPage } from '../../report/submission.ts'
import { ATTESTATION, readBytes, readReportFile, writeText } from '../attestation-files.ts'
import { UsageError } from '../errors.ts'

/** Without these nothing can be checked. */
const NEEDED = ['report.json', 'report.html', 'traffic.har']
const WANTED = [ATTESTATION, 'report.sigstore.json', 'badge.svg', 'badge.json']

/**
 * @param directory of the report
 * @returns 0; @throws UsageError or CompareError that names what is missing, or does not belong together
 */
export async function submissionCommand(directory: string, { output }: { output: string }): Promise<number> {
  if (resolve(output) === resolve(directory))
    throw new UsageError(
      `--output ${printable(output, 200)}: is the directory of the report; choose another one`,
    )
  const { report, digest } = await readReportFile(directory)
  const there = await namesIn(directory)
  const missing = NEEDED.filter((name) => !there.includes(name))
  if (missing.length > 0) {
    throw new UsageError(
      `${printable(directory, 200)}: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing; expected the directory that a run has written`,
    )
  }
  const isAttested = there.includes(ATTESTATION)
  if (isAttested) await refuseForeign(join(directory, ATTESTATION), digest)
  const badges = there.includes('badges') ? (await namesIn(join(directory, 'badges'))).filter(isBadge) : []
  const names = [
    ...NEEDED,
    ...WANTED.filter((name) => there.includes(name)),
    ...badges.map((name) => `badges/${name}`),
  ]
  const files: SubmittedFile[] = []
  for (const name of names) files.push(await copied(directory, output, name))
  await writeText(join(output, 'README.md'), submissionPage(report, files, isAttested))
  const signed = isAttested ? '' : ', without an attestation (attest writes one)'
  process.stdout.write(`${files.length} files and README.md in ${printable(output, 200)}${signed}\n`)
  return 0
}

/** An attestation of an earlier run would speak of a report that is not there. @throws UsageError */
async function refuseForeign(file: string, digest: string): Promise<void> {
  const envelope = envelopeOf(String(await readBytes(file, 'an attestation')))
  const payload = Buffer.from(envelope?.payload ?? '', 'base64').toString('utf8')
  const subject = (parsed(payload) as { subject?: unknown } | undefined | null)?.subject
  if (JSON.stringify(subject ?? '').includes(`"sha256":"${digest}"`)) return
  throw new UsageError(
    `${printable(file, 200)}: is about another report.json than the one beside it; run attest again, or remove it`,
  )
}

async function copied(from: string, to: string, name: string): Promise<SubmittedFile> {
  const bytes = await readBytes(join(from, name), 'a file of the report')
  try {
    await mkdir(dirname(join(to, name)), { recursive: true })
    await copyFile(join(from, name), join(to, name))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(
      `--output ${printable(to, 200)}: cannot be written (${code}); choose another directory`,
    )
  }
  return { name, digest: sha256(bytes) }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).sort()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(
      `${printable(directory, 200)}: cannot be read (${code}); expected the directory that a run has written`,
    )
  }
}

function isBadge(name: string): boolean {
  return /^[\w-]+\.(svg|json)$/.test(name)
}
