/** Refusals of the v3 contract: thrown by whatever policy objects, answered as an error envelope. */

/** Field name to what is wrong with it. */
export type Details = Record<string, string[]>

/** Stops a call. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly details: Details | null
  readonly headers: Record<string, string>

  constructor(
    status: number,
    code: string,
    message: string,
    details: Details | null = null,
    headers: Record<string, string> = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
    this.headers = headers
  }
}

export const missingKey = () => new Refusal(401, 'AUTH_001', 'An API key is needed.')
export const unknownKey = () => new Refusal(401, 'AUTH_002', 'This API key is not valid.')
export const noAccess = () => new Refusal(403, 'AUTH_004', 'This organization or profile is closed to you.')
export const noAdminAccess = () =>
  new Refusal(403, 'AUTH_004', 'Only an admin of this organization or profile may do that.')
export const malformedProfile = () => new Refusal(400, 'VALIDATION_003', 'x-profile-id has to be a UUID.')
export const scopeNotFound = () =>
  new Refusal(404, 'RESOURCE_005', 'There is no such organization or profile.')
export const userNotFound = () => new Refusal(404, 'RESOURCE_006', 'There is no such user.')
export const invalid = (details: Details | null, message = 'The request is not valid.') =>
  new Refusal(400, 'VALIDATION_001', message, details)
export const malformedIdempotencyKey = () =>
  new Refusal(400, 'VALIDATION_007', 'Idempotency-Key takes up to 255 letters, digits, _ and -.')
export const alreadyInvited = () =>
  new Refusal(409, 'RESOURCE_007', 'This address already has access or an open invitation.')
export const tooManyRequests = (seconds: number) =>
  new Refusal(429, 'BUSINESS_002', 'Too many requests, please slow down.', null, {
    'Retry-After': String(seconds),
    'X-RateLimit-Remaining': '0',
  })
