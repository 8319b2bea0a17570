/**
 * How one attempt reaches the target: over the network, or inside this process. What is above it (patience, limits,
 * evidence) and the checks know no difference.
 */

/** One attempt as it leaves. */
export interface Attempt {
  method: string
  headers: Record<string, string>
  body: string | null
  /** Aborts when nobody waits for the answer any more. */
  signal: AbortSignal
}

/** What came back, before its body is read. */
export interface RawAnswer {
  statusCode: number
  /** Names in lower case. */
  headers: Record<string, string | string[] | undefined>
  body: AsyncIterable<Uint8Array>
}

/** A way to the target. */
export interface Transport {
  /** Whether there is a network between, on which it can be looked for what keeps answers from coming. */
  isRemote: boolean
  /** Sends an attempt. @throws what keeps an answer from coming (see failure.ts) */
  send(url: URL, attempt: Attempt): Promise<RawAnswer>
  /** Drops everything that is under way. */
  close(): Promise<void>
}
