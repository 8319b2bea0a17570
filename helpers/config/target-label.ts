/** Reads what the operator says the target is: nothing that a run could find out, but what its report is about. */
import { complain, type Reading, text } from './reading.ts'

/** What a report is about, in the operator's words. */
export interface TargetLabel {
  name?: string
  version?: string
  /** An algorithm and a digest, e.g. `sha256:9f86…`. */
  digest?: string
}

const MAX_LENGTH = 100

/** Hexadecimal digits by algorithm, named as attestations name them. */
const DIGITS: Record<string, number> = { sha1: 40, gitCommit: 40, sha256: 64, sha384: 96, sha512: 128 }

/** Name, version and digest of the target, as far as they are given; undefined where none is. */
export function readTargetLabel(reading: Reading): TargetLabel | undefined {
  const name = line(reading, 'TARGET_NAME', 'acme-users')
  const version = line(reading, 'TARGET_VERSION', '2.4.0')
  const digest = readDigest(reading)
  const label = {
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(digest === undefined ? {} : { digest }),
  }
  return Object.keys(label).length === 0 ? undefined : label
}

function line(reading: Reading, name: 'TARGET_NAME' | 'TARGET_VERSION', example: string): string | undefined {
  const value = text(reading, name)
  if (value === undefined) return undefined
  if (value.length <= MAX_LENGTH && !/\p{Cc}/u.test(value)) return value
  const expected = `one line of at most ${MAX_LENGTH} characters`
  complain(reading, name, expected, `Write for example ${name}=${example}.`)
  return undefined
}

function readDigest(reading: Reading): string | undefined {
  const value = text(reading, 'TARGET_DIGEST')
  if (value === undefined) return undefined
  const [algorithm = '', digits = ''] = value.split(':')
  if (value === `${algorithm}:${digits}` && /^[0-9a-f]+$/.test(digits) && DIGITS[algorithm] === digits.length)
    return value
  const expected = `an algorithm (${Object.keys(DIGITS).join(', ')}), a colon and the digest in lower-case hexadecimal digits`
  const fix = 'Write for example TARGET_DIGEST=sha256: and 64 digits, as container registries do.'
  complain(reading, 'TARGET_DIGEST', expected, fix)
  return undefined
}
