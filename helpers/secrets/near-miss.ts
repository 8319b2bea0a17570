/** The near misses of a credential: what a run sends to see that it is refused, and what nobody may read anywhere. */
import { inOtherCase } from '../text/uuid.ts'

/** Of shorter credentials a near miss would be an ordinary word, which cannot be told from text. */
const SHORTEST = 8

/** A credential without its last character; undefined where that would be too short to be hidden. */
export function nearMissOf(credential: string | undefined): string | undefined {
  return credential === undefined || credential.length < SHORTEST ? undefined : credential.slice(0, -1)
}

/** Credentials that differ from a real one by one character; `longer` is absent where it could be the same one. */
export interface NearMisses {
  longer: string | undefined
  shorter: string
  changed: string
}

/**
 * The near misses of a credential, none of which is the credential itself to whoever decodes Base64 before comparing:
 * there padding and left-over bits of the last character say nothing.
 * @returns undefined where a near miss could not be hidden, or could be the credential
 */
export function nearMissesOf(credential: string): NearMisses | undefined {
  const shorter = nearMissOf(credential)
  if (shorter === undefined || credential.endsWith('=')) return undefined
  const signature = /^[\w-]+\.[\w-]+\.([\w-]+)$/.exec(credential)?.[1]
  const longer = signature !== undefined && signature.length % 4 === 0 ? undefined : `${credential}0`
  // They differ in the first two of the six bits that a character stands for: fewer never count.
  const last = lastInOtherCase(credential) ?? (/[A-Za-f]$/.test(credential) ? '0' : 'a')
  return { longer, shorter, changed: shorter + last }
}

/** What tells in which alphabet a credential is written: its end, without a word that vendors put in front. */
const TAIL = /[^_]{0,12}$/

/**
 * The last letter of a credential in the other case, which to many a database is the same. In Base64, too, it stands
 * for other bits that count. Undefined where it is no letter, or where letter case may mean nothing: in digits to the
 * base of sixteen, of which UUIDs consist.
 */
export function lastInOtherCase(credential: string): string | undefined {
  const last = credential.at(-1) ?? ''
  if (!/[a-z]/i.test(last) || !/[g-z]/i.test(TAIL.exec(credential)?.[0] ?? '')) return undefined
  return inOtherCase(last)
}
