/** Reads and writes the files of attestations, with one clear error for what cannot be used. */
import { createHash, type KeyObject } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { printable } from '../helpers/text/printable.ts'
import type { Report } from '../model/report.ts'
import { privateKeyOf, publicKeyOf } from '../report/attest/keys.ts'
import { parseReport } from '../report/compare/read.ts'
import { UsageError } from './errors.ts'

/** The name that an attestation has beside its report. */
export const ATTESTATION = 'attestation.intoto.json'

/** A report with the digest of its file. */
export interface ReportFile {
  file: string
  report: Report
  /** SHA-256 of the file, hexadecimal. */
  digest: string
}

/**
 * @param path a report, or the directory that holds it
 * @throws UsageError or CompareError for what cannot be read as a report
 */
export async function readReportFile(path: string): Promise<ReportFile> {
  const isDirectory = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const file = isDirectory ? join(path, 'report.json') : path
  const bytes = await readBytes(file, 'a report.json, or the directory that holds it')
  const report = parseReport(bytes.toString('utf8'), printable(path, 200))
  return { file, report, digest: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * The key that signs: of a file, else of the environment.
 * @throws UsageError where there is none, or where it is no Ed25519 key
 */
export async function readPrivateKey(
  file: string | undefined,
  environment: Record<string, string | undefined>,
): Promise<KeyObject> {
  const fix = 'keygen writes one; or set ATTESTATION_KEY.'
  const pem =
    file === undefined ? environment.ATTESTATION_KEY : String(await readBytes(file, `a key: ${fix}`))
  if (pem === undefined || pem === '')
    throw new UsageError(`attest needs a key: --key FILE, or ATTESTATION_KEY in the environment. ${fix}`)
  const key = privateKeyOf(pem)
  if (key !== undefined) return key
  const where = file === undefined ? 'ATTESTATION_KEY' : printable(file, 200)
  throw new UsageError(
    `${where}: expected a private Ed25519 key as PEM (PKCS 8), without a passphrase; ${fix}`,
  )
}

/** @throws UsageError where the file is no public Ed25519 key */
export async function readPublicKey(file: string): Promise<KeyObject> {
  const pem = String(await readBytes(file, 'the public key of whoever signed'))
  const key = publicKeyOf(pem)
  if (key !== undefined) return key
  throw new UsageError(
    `${printable(file, 200)}: expected a public Ed25519 key as PEM (SPKI), such as the .pub file that keygen writes`,
  )
}

/** @throws UsageError where the file cannot be read */
export async function readBytes(file: string, expected: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`${printable(file, 200)}: cannot be read (${code}); expected ${expected}`)
  }
}

/** @throws UsageError where the file cannot be written, and where it is there already unless it may be replaced */
export async function writeText(
  file: string,
  text: string,
  { mode = 0o644, replace = true }: { mode?: number; replace?: boolean } = {},
): Promise<void> {
  try {
    await writeFile(file, text, { mode, flag: replace ? 'w' : 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'EEXIST' ? 'is there already, and is not replaced' : `cannot be written (${code})`
    throw new UsageError(`${printable(file, 200)}: ${why}; choose another --output`)
  }
}
