/** What a caller of v3 can be asked for. */

/** Options that every operation takes. */
export interface CallOptions {
  /** What the request is for, for the evidence. */
  purpose: string
  /** Sent as `x-profile-id`. */
  profileId?: string
  /** Names the character set beside the media type. */
  charset?: boolean
  /** The removal names somebody whom the run did not create. */
  risk?: boolean
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

/** How a caller shows its key. */
export type Scheme = 'x-api-key' | 'bearer'
