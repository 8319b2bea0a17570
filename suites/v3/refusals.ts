/** The refusals that the v3 pages document, as far as each tells programs its cause. */

/** Whom the target does not know. */
export const UNAUTHENTICATED = { status: 401 }

/** Who has no right to it. */
export const FORBIDDEN = { status: 403, code: 'AUTH_004' }

/** A user that there is not. */
export const NO_SUCH_USER = { status: 404, code: 'RESOURCE_006' }

/** An id that is no UUID. */
export const NO_SUCH_ID = { status: [404, 400], code: ['RESOURCE_006', 'VALIDATION_'] }

/** A body that is not valid. */
export const INVALID = { status: 400, soft: [422], code: 'VALIDATION_' }

/** Nobody's business: the documents name 403 as well as 404, and 400 is close enough for a warning. */
export const NOT_YOURS = { status: [404, 403], soft: [400] }

/** A profile id that is no UUID. */
export const MALFORMED = { status: [400, 403, 404] }
