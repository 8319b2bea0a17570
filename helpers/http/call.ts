/** A request as the callers of a contract ask for it. */
import type { Contract, Operation } from '../../model/contract.ts'

/** One request, before it is sent. */
export interface Call {
  contract: Contract
  operation: Operation
  /** Who speaks, for the evidence. */
  caller: string
  /** What the request is for, in a few words, for the evidence. */
  purpose: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path and query below the base URL, percent-encoded. */
  path: string
  headers: Record<string, string>
  body?: string
  /** Nobody waits for the answer but the one check that asks: whatever others wait for goes first. */
  patient?: boolean
  /** A read that any sound target answers: sent where this request alone may be what is not answered. */
  canary?: Call
  /** Sent once and alone, and not repeated where the target says "not now". */
  once?: boolean
  /** Names somebody whom the run did not create in a removal or a change of role. */
  risk?: boolean
}
