/** What kept an answer from coming, in words for a person. */

import type { FailureKind } from '../../model/exchange.ts'
import { BodyError } from './body.ts'

const byCode: Record<string, [FailureKind, string]> = {
  ECONNREFUSED: ['unreachable', 'nothing is listening there (connection refused)'],
  ENOTFOUND: ['unreachable', 'the host name does not resolve'],
  EAI_AGAIN: ['unreachable', 'the host name could not be resolved'],
  EHOSTUNREACH: ['unreachable', 'the host cannot be reached'],
  ENETUNREACH: ['unreachable', 'the network cannot be reached'],
  EADDRNOTAVAIL: ['unreachable', 'the address is not available from here'],
  ETIMEDOUT: ['timeout', 'the connection timed out'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'the connection timed out'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'no answer came in time'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'the answer did not end in time'],
  UND_ERR_HEADERS_OVERFLOW: ['too-large', 'the headers are larger than allowed'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['protocol', 'the body is not as long as Content-Length says'],
  UND_ERR_SOCKET: ['reset', 'the connection was closed before the answer was complete'],
  ECONNRESET: ['reset', 'the connection was reset before the answer was complete'],
  EPIPE: ['reset', 'the connection was closed while the request was sent'],
  CERT_HAS_EXPIRED: ['tls', 'the certificate has expired'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'the certificate is for another host name'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'the certificate is self-signed (CA_CERT can name its issuer)'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'the certificate chain is self-signed (CA_CERT can name its issuer)'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'tls',
    'the certificate cannot be verified (CA_CERT can name its issuer)',
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'tls',
    'the issuer of the certificate is unknown (CA_CERT can name it)',
  ],
  HANDLER_THREW: [
    'protocol',
    'the target, which runs inside this process, threw an error instead of answering',
  ],
  EPROTO: ['tls', 'the TLS handshake failed (is this an https address?)'],
}

/** What helps where a proxy refuses to open a tunnel, by the status of its answer. */
const REFUSALS: Record<string, string> = {
  403: ': it lets nobody through to that host or port; NO_PROXY names hosts that are reached without it',
  407: ': it wants a name and a password that it knows, which stand in its address as in http://name:password@host:port',
}

/** Nothing can be sent to the target at all, for a reason that was found; the message says what helps. */
export class WayClosed extends Error {
  override name = 'WayClosed' as const
  readonly kind: FailureKind
  constructor(kind: FailureKind, message: string) {
    super(message)
    this.kind = kind
  }
}

/** Errors are looked through this deep for one that says something. */
const MOST_CAUSES = 5

/** Classifies an error of the HTTP client. The message names no part of the request, so it cannot leak one. */
export function failureOf(
  error: unknown,
  timeoutMs: number,
  depth = 0,
): { kind: FailureKind; message: string } {
  if (error instanceof BodyError || error instanceof WayClosed)
    return { kind: error.kind, message: error.message }
  const { name, code, message, cause, errors } = (error ?? {}) as Partial<Record<string, unknown>>
  const refusedBy = /^Proxy (?:response|Authentication Required) \((\d+)\)/.exec(
    code === 'UND_ERR_ABORTED' || code === 'UND_ERR_INVALID_ARG' ? String(message) : '',
  )
  if (refusedBy) {
    const [, status = ''] = refusedBy
    return {
      kind: 'unreachable',
      message: `the proxy refuses to connect (${status})${REFUSALS[status] ?? ''}`,
    }
  }
  if (name === 'TimeoutError' || name === 'AbortError') {
    return { kind: 'timeout', message: `no complete answer within ${timeoutMs} ms` }
  }
  const known = typeof code === 'string' && Object.hasOwn(byCode, code) ? byCode[code] : undefined
  if (known) return { kind: known[0], message: known[1] }
  if (typeof code === 'string' && code.startsWith('ERR_SSL_')) {
    return { kind: 'tls', message: `the TLS handshake failed (${code})` }
  }
  if (typeof code === 'string' && code.startsWith('HPE_')) {
    return { kind: 'protocol', message: `the answer is not valid HTTP (${code})` }
  }
  if (name === 'HTTPParserError') return { kind: 'protocol', message: 'the answer is not valid HTTP' }
  const inner = cause ?? (Array.isArray(errors) ? errors[0] : undefined)
  if (inner && depth < MOST_CAUSES) return failureOf(inner, timeoutMs, depth + 1)
  return { kind: 'unreachable', message: `the request failed (${code ?? name ?? 'unknown error'})` }
}
