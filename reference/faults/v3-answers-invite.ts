/** Faults of `POST /v3/users` in what every answer carries: label, meta, error, headers. */

import {
  hasStatus,
  inBody,
  inMember,
  isOk,
  labelled,
  rewrite,
  show,
  toRefusal,
  withHeaders,
  without,
} from '../v3/mutator.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const invite = faultsOf('invite')
const HOUR_MS = 3_600_000
const shifted = (ms: number) => new Date(Date.now() + ms).toISOString()

export const inviteAnswerFaults: V3Fault[] = [
  invite(
    '400-text-html',
    'media-type',
    'A 400 is labelled text/html.',
    labelled('invite', hasStatus(400), 'text/html'),
  ),
  invite('text-json', 'media-type', 'A user is labelled text/json.', labelled('invite', isOk, 'text/json')),
  invite(
    'timestamp-date-only',
    'meta',
    'meta.timestamp is a date without time.',
    rewrite(
      'invite',
      isOk,
      inMember('meta', (meta) => ({ ...meta, timestamp: String(meta.timestamp).slice(0, 10) })),
    ),
  ),
  invite(
    '400-meta-null',
    'meta',
    'A 400 has null for meta.',
    rewrite(
      'invite',
      hasStatus(400),
      inBody((body) => ({ ...body, meta: null })),
    ),
  ),
  invite(
    'details-as-texts',
    'error-shape',
    'details map a field to a text instead of an array.',
    rewrite(
      'invite',
      hasStatus(400),
      inMember('error', (error) => ({
        ...error,
        details:
          error.details &&
          Object.fromEntries(Object.entries(error.details).map(([field, says]) => [field, says.join(' ')])),
      })),
    ),
  ),
  invite(
    '403-message-empty',
    'error-shape',
    'The message of a 403 is empty.',
    rewrite(
      'invite',
      hasStatus(403),
      inMember('error', (error) => ({ ...error, message: '' })),
    ),
  ),
  invite(
    '409-code-missing',
    'error-shape duplicate-answer',
    'The error of a 409 has no code.',
    rewrite(
      'invite',
      hasStatus(409),
      inMember('error', (error) => without(error, 'code')),
    ),
  ),
  invite(
    '409-success-true',
    'error-shape',
    'A 409 says success true.',
    rewrite(
      'invite',
      hasStatus(409),
      inBody((body) => ({ ...body, success: true })),
    ),
  ),
  invite(
    '400-problem-json',
    'error-shape',
    'A 400 is a problem document without envelope.',
    rewrite(
      'invite',
      hasStatus(400),
      inBody(() => ({ type: 'about:blank', title: 'Bad Request', status: 400 })),
    ),
  ),
  invite(
    'last-login-left-out',
    'recommended-shape',
    'last_login_at is left out instead of null.',
    show('invite', (user) => without(user, 'last_login_at')),
  ),
  invite(
    '403-details-left-out',
    'recommended-shape',
    'A 403 has no details.',
    rewrite(
      'invite',
      hasStatus(403),
      inMember('error', (error) => without(error, 'details')),
    ),
  ),
  invite(
    'unknown-role-500',
    'no-server-error role-unknown-refused',
    'An unknown role is answered with 500.',
    rewrite(
      'invite',
      (answer, seen) =>
        answer.status === 400 &&
        typeof seen.input?.role === 'string' &&
        !['admin', 'billing', 'developer', 'owner'].includes(seen.input.role),
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  invite(
    'missing-name-500',
    'no-server-error name-missing-refused',
    'A missing name is answered with 500.',
    rewrite(
      'invite',
      (answer, seen) =>
        answer.status === 400 && seen.input?.email !== undefined && seen.input.name === undefined,
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  invite(
    'request-id-constant',
    'request-id-unique',
    'request_id is always the same.',
    rewrite(
      'invite',
      () => true,
      inMember('meta', (meta) => ({ ...meta, request_id: 'req_1' })),
    ),
  ),
  invite(
    'timestamp-ahead',
    'timestamp-current',
    'meta.timestamp is an hour ahead.',
    rewrite(
      'invite',
      () => true,
      inMember('meta', (meta) => ({ ...meta, timestamp: shifted(HOUR_MS) })),
    ),
  ),
  invite(
    'limit-in-words',
    'response-headers',
    'X-RateLimit-Limit is the word unlimited.',
    rewrite('invite', () => true, withHeaders({ 'X-RateLimit-Limit': 'unlimited' })),
  ),
  invite(
    'version-header-3',
    'response-headers',
    'X-API-Version is 3.',
    rewrite('invite', () => true, withHeaders({ 'X-API-Version': '3' })),
  ),
]
