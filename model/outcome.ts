/** The ways in which a requirement ends without having been judged, as errors that any step may throw. */

/** Not tried; the reason names what would unlock it, e.g. `needs DEVELOPER_API_KEY`. */
export class Untested extends Error {
  override name = 'Untested' as const
}

/** Not tried, because the configuration declares that there is nothing to be tried, e.g. `SELF_USER_ID=none`. */
export class NotApplicable extends Untested {}

/** Something of the public tier that the target plainly does not have; the message says what showed it. */
export class NotOffered extends Error {
  override name = 'NotOffered' as const
  /** Set where a person named its group, so that its absence is a failure. */
  demanded = false
}

/** Tried, but the target or the network kept it from being judged. */
export class Inconclusive extends Error {
  override name = 'Inconclusive' as const
}
