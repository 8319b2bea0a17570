/** The near misses of a credential: what a run sends to see that it is refused, and what nobody may read anywhere. */

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
  // These two differ in the first of the six bits that a character stands for.
  const last = /[A-Za-f]$/.test(credential) ? '0' : 'a'
  return { longer, shorter, changed: shorter + last }
}
