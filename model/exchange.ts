/** One HTTP request and what came back, in the form in which it is kept as evidence. */
import type { Contract, Operation } from './contract.ts'

/** A body as evidence keeps it: decoded, masked, and cut where it is long. */
export interface RecordedBody {
  /** The text, secrets masked; at most the configured number of characters. */
  text: string
  /** Length of the whole body in bytes. */
  bytes: number
  /** SHA-256 of the whole body, hexadecimal. */
  sha256: string
  /** Whether `text` is only the beginning of the body. */
  truncated: boolean
  /** SHA-256 of `text` as it stands in a report file, so that a change of it shows. */
  textSha256?: string
  /** Set where stand-ins or masks were put into `text`; `sha256` is then keyed, with a key that nobody has any more. */
  altered?: true
  /** Whether the body was not valid UTF-8 (undecodable bytes are shown as U+FFFD). */
  invalidUtf8?: boolean
}

/** Why no answer came. */
export type FailureKind =
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'too-large'
  | 'protocol'
  | 'tls'
  | 'redirect'
  | 'aborted'

/** An attempt that was followed by another one, because it settled nothing. */
export interface EarlierAttempt {
  /** The status of its answer; absent where none came. */
  status?: number
  /** Why no answer came. */
  failure?: string
  /** When it was over, ISO 8601. */
  at: string
  /** What the target asked for, as it came. */
  retryAfter?: string
  /** How long the run meant to wait before the next attempt, in milliseconds. */
  waitedMs?: number
}

/** An exchange without secrets: safe to write to a file or a terminal. */
export interface Exchange {
  /** Unique within the run, e.g. `x7`. */
  id: string
  contract: Contract
  operation: Operation
  /** Who spoke, e.g. `admin`, `developer`, `nobody (no key)`. */
  caller: string
  /** What the request was for, in a few words. */
  purpose: string
  request: {
    method: string
    url: string
    /** Credentials stand here as `$API_KEY` and the like. */
    headers: Record<string, string>
    body?: string
    /** Variables that name the certificates with which the connection was made, where there were any. */
    certificates?: string[]
  }
  response?: {
    status: number
    headers: [name: string, value: string][]
    body: RecordedBody
  }
  /** Set where the removal of somebody whom the run did not create was asked for: sent again, it may harm. */
  risk?: true
  failure?: { kind: FailureKind; message: string }
  /** ISO 8601. */
  startedAt: string
  durationMs: number
  /** How often the request was sent: more than 1 after a 429, a 503 or a lost connection. */
  attempts: number
  /** Time spent waiting because the target asked for it. */
  waitedMs: number
  /** Its place in the run: when it was asked for and when it was settled, counted over all exchanges. */
  order?: { asked: number; settled: number }
  /** The attempts before the last one, where there were any. */
  earlierAttempts?: EarlierAttempt[]
}
