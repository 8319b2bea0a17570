/** What a caller of v3 can be asked for. */

/** Options that every operation takes. */
export interface CallOptions {
  /** What the request is for, for the evidence. */
  purpose: string
  /** Sent as `x-profile-id`. */
  profileId?: string
  /** How that id is written in the header; absent: as it is. */
  profileSpelt?: string
  /** What stands behind the path, for requests that must be refused whatever it is. */
  query?: string
  /** Names the character set beside the media type. */
  charset?: boolean
  /** The removal, or the change of role, names somebody whom the run did not create. */
  risk?: boolean
  /** Sent as `Idempotency-Key`. */
  idempotencyKey?: string
  /** Asks whether the target has the operation at all: that it has not says nothing about its answers. */
  probe?: boolean
  /** Nothing that the documents promise of every answer is looked for in the answer. */
  apart?: boolean
}

/** What an invitation asks for; members may be left out or wrong on purpose. */
export interface InvitationBody {
  email?: unknown
  name?: unknown
  role?: unknown
  sandbox?: unknown
}

/** What a removal asks for; further members may stand beside the documented one. */
export interface RemovalBody {
  sandbox?: boolean
  [other: string]: unknown
}

/** What a change of role asks for; members may be left out or wrong on purpose. */
export interface RoleBody {
  role?: unknown
  sandbox?: boolean
  [other: string]: unknown
}

/** How a caller shows its key. */
export type Scheme =
  | 'x-api-key'
  | 'bearer'
  /** As `x-api-key`, and another one as a bearer token beside it. */
  | { beside: string }
