/** Faults of the operations that no document mentions in what every answer of theirs carries: alike for both of them. */
import type { RequirementId } from '../../../model/requirement-ids.ts'
import type { V3Change } from '../../v3/behaviour.ts'
import {
  hasStatus,
  inBody,
  inMember,
  isOk,
  isRefused,
  labelled,
  rewrite,
  sent,
  toRefusal,
  withHeaders,
  without,
  withoutHeaders,
} from '../../v3/mutator.ts'
import type { V3Fault } from '../types.ts'
import { HOUR_MS, shifted } from './times.ts'

type Operation = 'update' | 'me'

/** One way in which answers go wrong. */
interface Way {
  name: string
  /** Last part of the requirement's id, the same for each operation. */
  violates: string
  says: string
  change: (operation: Operation) => V3Change
}

const WAYS: readonly Way[] = [
  {
    name: 'labelled-text',
    violates: 'media-type',
    says: 'A success is labelled text/plain.',
    change: (operation) => labelled(operation, isOk, 'text/plain'),
  },
  {
    name: 'success-false',
    violates: 'envelope',
    says: 'A success says success false.',
    change: (operation) =>
      rewrite(
        operation,
        isOk,
        inBody((body) => ({ ...body, success: false })),
      ),
  },
  {
    name: 'bare',
    violates: 'envelope',
    says: 'A success has no envelope.',
    change: (operation) =>
      rewrite(
        operation,
        isOk,
        inBody((body) => body.data as Record<string, unknown>),
      ),
  },
  {
    name: 'meta-missing',
    violates: 'meta',
    says: 'A success has no meta.',
    change: (operation) =>
      rewrite(
        operation,
        isOk,
        inBody((body) => without(body, 'meta')),
      ),
  },
  {
    name: 'version-v2',
    violates: 'meta',
    says: 'meta.version of a success is v2.',
    change: (operation) =>
      rewrite(
        operation,
        isOk,
        inMember('meta', (meta) => ({ ...meta, version: 'v2' })),
      ),
  },
  {
    name: 'refused-as-success',
    violates: 'error-shape',
    says: 'A 404 says success true.',
    change: (operation) =>
      rewrite(
        operation,
        hasStatus(404),
        inBody((body) => ({ ...body, success: true })),
      ),
  },
  {
    name: 'code-lower-case',
    violates: 'error-shape',
    says: 'Codes of refusals are in lower case.',
    change: (operation) =>
      rewrite(
        operation,
        isRefused,
        inMember('error', (error) => ({ ...error, code: String(error.code).toLowerCase() })),
      ),
  },
  {
    name: 'error-left-out',
    violates: 'recommended-shape',
    says: 'A success leaves out error instead of null.',
    change: (operation) =>
      rewrite(
        operation,
        isOk,
        inBody((body) => without(body, 'error')),
      ),
  },
  {
    name: 'malformed-500',
    violates: 'no-server-error',
    says: 'A malformed x-profile-id is answered with 500.',
    change: (operation) =>
      rewrite(
        operation,
        (answer, seen) => answer.status === 400 && seen.call.headers['x-profile-id'] !== undefined,
        toRefusal(500, 'INTERNAL_001'),
      ),
  },
  {
    name: 'request-id-constant',
    violates: 'request-id-unique',
    says: 'request_id is always the same.',
    change: (operation) =>
      rewrite(
        operation,
        () => true,
        inMember('meta', (meta) => meta && { ...meta, request_id: 'req_always' }),
      ),
  },
  {
    name: 'timestamp-behind',
    violates: 'timestamp-current',
    says: 'meta.timestamp is two hours behind.',
    change: (operation) =>
      rewrite(
        operation,
        isOk,
        inMember('meta', (meta) => ({ ...meta, timestamp: shifted(-2 * HOUR_MS) })),
      ),
  },
  {
    name: 'without-headers',
    violates: 'response-headers',
    says: 'Answers have none of the usual headers.',
    change: (operation) =>
      rewrite(operation, () => true, withoutHeaders('X-Request-Id', 'X-Response-Time', 'X-API-Version')),
  },
  {
    name: 'another-request-id',
    violates: 'response-headers',
    says: 'X-Request-Id of a success is not meta.request_id.',
    change: (operation) => rewrite(operation, isOk, withHeaders({ 'X-Request-Id': 'req_elsewhere' })),
  },
  {
    name: 'no-json',
    violates: 'envelope',
    says: 'A success is cut short.',
    change: (operation) =>
      sent(
        operation,
        ({ status }) => status === 200,
        (body) => body.slice(0, -2),
      ),
  },
]

/** The faults of one operation. */
export function publicAnswersOf(operation: Operation): V3Fault[] {
  return WAYS.map(({ name, violates, says, change }) => ({
    name: `v3-${operation}-${name}`,
    contract: 'v3',
    // Whether there is such an id, the test of the mirror tells.
    requirement: [`v3.${operation}.${violates}` as RequirementId],
    says,
    change: change(operation),
  }))
}
