/** The two ways in which a requirement ends without having been judged, as errors that any step may throw. */

/** Not tried; the reason names what would unlock it, e.g. `needs DEVELOPER_API_KEY`. */
export class Untested extends Error {
  override name = 'Untested' as const
}

/** Tried, but the target or the network kept it from being judged. */
export class Inconclusive extends Error {
  override name = 'Inconclusive' as const
}
