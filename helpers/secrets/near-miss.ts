/** The near miss of a credential: what a run sends to see that it is refused, and what nobody may read anywhere. */

/** Of shorter credentials a near miss would be an ordinary word, which cannot be told from text. */
const SHORTEST = 8

/** A credential without its last character; undefined where that would be too short to be hidden. */
export function nearMissOf(credential: string | undefined): string | undefined {
  return credential === undefined || credential.length < SHORTEST ? undefined : credential.slice(0, -1)
}
