/** The two ways in which a requirement ends without having been judged, as errors that any step may throw. */

/** Not tried; the reason names what would unlock it, e.g. `needs DEVELOPER_API_KEY`. */
export class Untested extends Error {
  override name = 'Untested' as const
}

/** Not tried, because the configuration declares that there is nothing to be tried, e.g. `SELF_USER_ID=none`. */
export class NotApplicable extends Untested {}

/** Tried, but the target or the network kept it from being judged. */
export class Inconclusive extends Error {
  override name = 'Inconclusive' as const
}
