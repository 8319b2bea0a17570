/** The refusals that the v3 pages document, as far as each tells programs its cause. */

/** Whom the target does not know. */
export const UNAUTHENTICATED = { status: 401 }

/** Who has no right to it. */
export const FORBIDDEN = { status: 403, code: 'AUTH_004' }

/** A user that there is not. */
export const NO_SUCH_USER = { status: 404, code: 'RESOURCE_006' }

/** A UUID that nobody has, in a form that some would not take for one. */
export const NO_SUCH_USER_ODDLY = { ...NO_SUCH_USER, soft: [400, 422], softCode: ['VALIDATION_'], bare: true }

/** An id that is no UUID. */
export const NO_SUCH_ID = {
  status: [404, 400],
  soft: 'silent' as const,
  code: ['RESOURCE_006', 'VALIDATION_'],
  softCode: 'silent' as const,
  bare: true,
}

/** Without a body, which may be left out, a target may say first that it wants one. */
export const WANTS_BODY = [400, 409, 411, 413, 415, 422]

/** Who has no right to it, and sent no body, or one that a strict target does not know. */
export const FORBIDDEN_BODILESS = {
  ...FORBIDDEN,
  soft: WANTS_BODY,
  softCode: 'silent' as const,
  bare: true,
}

/** What no document says of a refusal whose status it leaves open: not that there is no such user, or no valid key. */
const OTHERS = Array.from({ length: 100 }, (_, index) => 400 + index).filter(
  (status) => ![401, 404, 405].includes(status),
)

/** Who would leave nobody to administrate, or changes the own role. */
export const GUARDED = { status: [400, 403, 409, 422], soft: OTHERS }

/** Who removes oneself, where the answer does not have the status of the documents. */
export const SELF_SOFTLY = { status: 400, soft: OTHERS }

/** A body that is not valid. */
export const INVALID = { status: 400, soft: [422], code: 'VALIDATION_' }

/** A key for replays that is none. */
export const MALFORMED_KEY = {
  status: 400,
  soft: [422],
  code: ['VALIDATION_007', 'VALIDATION_001'],
  softCode: ['VALIDATION_'],
}

/** Nobody's business: the documents name 403 as well as 404, and 400 is close enough for a warning. */
export const NOT_YOURS = { status: [404, 403], soft: 'silent' as const }

/** A profile id that is no UUID. */
export const MALFORMED = { status: [400, 403, 404], soft: 'silent' as const }
