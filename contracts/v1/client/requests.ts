/** What a caller of v1 can be asked for. */

/** Options that every operation takes. */
export interface CallOptions {
  /** What the request is for, for the evidence. */
  purpose: string
  /** What stands behind the path of one user, for requests that must be refused whatever it is. */
  query?: string
  /** Whether the id stands in the path as it is, encoded or not: only for one that names nobody. */
  raw?: boolean
  /** What a removal sends beside the path, for those that must be refused whatever it is. */
  body?: { contentType: string; text: string }
  /** Whether nothing else waits for the answer. */
  patient?: boolean
  /** Whether the documents are silent about how such a request is refused. */
  silent?: boolean
}

/** Query of a list request; values may be wrong on purpose, and a repeated parameter is an array. */
export interface ListQuery {
  page?: number | string | string[]
  limit?: number | string | string[]
  status?: string
  /** Any other parameter. */
  [other: string]: number | string | string[] | undefined
}

/** What a creation sends; text and content type may be wrong on purpose. */
export interface CreateRequest {
  /** Absent: no body at all. */
  text?: string
  /** Absent: no such header. */
  contentType?: string
  /** The address under which a user may come to be, for the journal. */
  email?: string
}

/** How a caller shows who is speaking. */
export interface Credential {
  /** The whole `Authorization` header; undefined sends none. */
  authorization: string | undefined
  /** Whether the target must know this caller. */
  known: boolean
  /** The variable of the configuration that holds it; absent for what nobody was given. */
  variable?: string
}
