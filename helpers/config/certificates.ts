/** Reads the PEM files for a target that wants a client certificate, or whose authority is its owner's. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hidden, shown } from './problem.ts'
import { type Reading, text } from './reading.ts'
import type { VariableName } from './variables.ts'

/** What connections are made with; PEM text. */
export interface Certificates {
  /** The client's certificate, and those between it and its authority. */
  cert?: string
  /** Its private key. */
  key?: string
  /** Authorities that are trusted beside the usual ones. */
  ca?: string
}

/** The variables behind the members of `Certificates`. */
const VARIABLE_OF = { cert: 'CLIENT_CERT', key: 'CLIENT_KEY', ca: 'CA_CERT' } as const satisfies Record<
  keyof Certificates,
  VariableName
>

const CAUSES: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a directory',
}

/** The names of the variables that a connection with these certificates makes use of. */
export function certificateVariables(certificates: Certificates): VariableName[] {
  const given = Object.keys(certificates) as (keyof Certificates)[]
  // One file may hold both.
  const isOne = certificates.key === certificates.cert
  return given.filter((member) => member !== 'key' || !isOne).map((member) => VARIABLE_OF[member])
}

/** What a person should know where certificates are named for a target without TLS. */
export function certificateNotices(
  certificates: Certificates | undefined,
  baseUrl: string | undefined,
): string[] {
  if (certificates === undefined || baseUrl === undefined || baseUrl.startsWith('https:')) return []
  const names = certificateVariables(certificates).join(', ')
  return [
    `note: ${names} ${certificates.cert && certificates.ca ? 'are' : 'is'} not used, because BASE_URL is no https address.`,
  ]
}

/** The contents of the files, checked for all that would keep a connection from using them. */
export function readCertificates(reading: Reading): Certificates | undefined {
  const cert = readPem(reading, 'CLIENT_CERT', certificateFlaw)
  const beside = readPem(reading, 'CLIENT_KEY', keyFlaw)
  const key =
    beside ?? (cert !== undefined && /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(cert) ? cert : undefined)
  const ca = readPem(reading, 'CA_CERT', certificateFlaw)
  if (cert !== undefined && key === undefined && text(reading, 'CLIENT_KEY') === undefined) {
    problem(
      reading,
      'CLIENT_KEY',
      'nothing',
      'the private key of CLIENT_CERT',
      'Name its PEM file, or put the key into that of CLIENT_CERT.',
    )
  }
  if (key !== undefined && text(reading, 'CLIENT_CERT') === undefined) {
    problem(
      reading,
      'CLIENT_CERT',
      'nothing',
      'the certificate that belongs to CLIENT_KEY',
      'Name its PEM file, or unset CLIENT_KEY.',
    )
  }
  if (cert !== undefined && key !== undefined && !belongTogether(cert, key)) {
    problem(
      reading,
      'CLIENT_KEY',
      'a key of another certificate',
      'the private key of the first certificate in CLIENT_CERT',
      'Name the key that belongs to it; the own certificate stands before those of authorities.',
    )
  }
  if (cert === undefined && ca === undefined) return undefined
  return { ...(cert && key ? { cert, key } : {}), ...(ca === undefined ? {} : { ca }) }
}

/** @returns the text; undefined where the variable is unset or the file cannot be used, which is then a problem */
function readPem(
  reading: Reading,
  name: VariableName,
  flawOf: (pem: string) => string | undefined,
): string | undefined {
  const path = text(reading, name)
  if (path === undefined) return undefined
  const expected = 'the path of a PEM file'
  if (path.startsWith('-----BEGIN')) {
    problem(
      reading,
      name,
      hidden(path),
      expected,
      'It holds the text itself: write that into a file, and name the file.',
    )
    return undefined
  }
  let pem: string
  try {
    pem = readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    problem(
      reading,
      name,
      shown(reading.mask(path)),
      expected,
      `The file cannot be read: ${CAUSES[code] ?? code}.`,
    )
    return undefined
  }
  const flaw = flawOf(pem)
  if (flaw === undefined) return pem
  problem(reading, name, shown(reading.mask(path)), expected, flaw)
  return undefined
}

function certificateFlaw(pem: string): string | undefined {
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    return 'The file holds no -----BEGIN CERTIFICATE-----: convert it to PEM (openssl x509 or openssl pkcs12).'
  }
  try {
    const { validTo } = new X509Certificate(pem)
    if (Date.parse(validTo) < Date.now()) return `The certificate has expired on ${validTo}.`
    return undefined
  } catch {
    return 'The certificate in the file is damaged.'
  }
}

function keyFlaw(pem: string): string | undefined {
  if (/ENCRYPTED/.test(pem)) {
    return 'The key is locked with a passphrase; write it unlocked into a file of its own: openssl pkey -in KEY -out FILE.'
  }
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
    return 'The file holds no -----BEGIN PRIVATE KEY-----: convert it to PEM (openssl pkey or openssl pkcs12).'
  }
  return privateKey(pem) === undefined ? 'The key in the file is damaged.' : undefined
}

function belongTogether(cert: string, key: string): boolean {
  const own = privateKey(key)
  return own !== undefined && new X509Certificate(cert).checkPrivateKey(own)
}

function privateKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem)
  } catch {
    return undefined
  }
}

function problem(
  reading: Reading,
  variable: VariableName,
  read: string,
  expected: string,
  fix: string,
): void {
  reading.problems.push({ variable, read, expected, fix })
}
