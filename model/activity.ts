/** What a run is doing at the moment, for whoever watches. */
import type { Operation } from './contract.ts'

/** A request leaves, or one waits because the target asked for it (milliseconds). */
export type Activity =
  | { kind: 'request'; operation: Operation }
  | { kind: 'wait'; operation: Operation; ms: number }
