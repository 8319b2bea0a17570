/** Faults of `GET /v3/users` in what every answer carries: label, meta, error, headers. */

import {
  all,
  hasStatus,
  inBody,
  inMember,
  isOk,
  isRefused,
  labelled,
  profileKind,
  rewrite,
  sent,
  show,
  toRefusal,
  withHeaders,
  without,
} from '../v3/mutator.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const list = faultsOf('list')
const DAY_MS = 86_400_000
const shifted = (ms: number) => new Date(Date.now() + ms).toISOString()

export const listAnswerFaults: V3Fault[] = [
  list('text-html', 'media-type', 'Users are labelled text/html.', labelled('list', isOk, 'text/html')),
  list(
    'no-label-on-403',
    'media-type',
    'A 403 has no Content-Type.',
    labelled('list', hasStatus(403), undefined),
  ),
  list(
    'version-v2',
    'meta',
    'meta.version is v2.',
    rewrite(
      'list',
      () => true,
      inMember('meta', (meta) => ({ ...meta, version: 'v2' })),
    ),
  ),
  list(
    'timestamp-epoch',
    'meta',
    'meta.timestamp is a number.',
    rewrite(
      'list',
      () => true,
      inMember('meta', (meta) => ({ ...meta, timestamp: Date.now() })),
    ),
  ),
  list(
    'meta-missing-on-403',
    'meta',
    'A 403 has no meta.',
    rewrite(
      'list',
      hasStatus(403),
      inBody((body) => without(body, 'meta')),
    ),
  ),
  list(
    '403-success-true',
    'error-shape',
    'A 403 says success true.',
    rewrite(
      'list',
      hasStatus(403),
      inBody((body) => ({ ...body, success: true })),
    ),
  ),
  list(
    'profile-error-as-text',
    'error-shape',
    'The error of a refused profile is a text.',
    rewrite(
      'list',
      all(isRefused, (_, seen) => profileKind(seen) !== 'none'),
      inBody((body) => ({ ...body, error: 'No such profile.' })),
    ),
  ),
  list(
    '403-cut-off',
    'error-shape',
    'The JSON of a 403 ends too early.',
    sent(
      'list',
      (reply) => reply.status === 403,
      (body) => body.slice(0, -2),
    ),
  ),
  list(
    'cut-off-every-third-time',
    'envelope',
    'The JSON of every third list ends too early.',
    sent(
      'list',
      (reply, seen) => reply.status === 200 && seen.callNumber % 3 === 0,
      (body) => body.slice(0, -7),
    ),
  ),
  list(
    'last-login-left-out',
    'recommended-shape',
    'last_login_at is left out instead of null.',
    show('list', (user, stored) => (stored.last_login_at === null ? without(user, 'last_login_at') : user)),
  ),
  list(
    'error-left-out',
    'recommended-shape',
    'A good answer has no member error.',
    rewrite(
      'list',
      isOk,
      inBody((body) => without(body, 'error')),
    ),
  ),
  list(
    'unknown-profile-500',
    'no-server-error scope-unknown-refused',
    'An unknown profile is answered with 500.',
    rewrite('list', (_, seen) => profileKind(seen) === 'unknown', toRefusal(500, 'INTERNAL_001')),
  ),
  list(
    'malformed-profile-500',
    'no-server-error scope-malformed-refused',
    'A malformed x-profile-id is answered with 500.',
    rewrite('list', (_, seen) => profileKind(seen) === 'malformed', toRefusal(500, 'INTERNAL_001')),
  ),
  list(
    'unknown-key-500',
    'no-server-error unknown-key-refused',
    'An unknown key is answered with 500.',
    rewrite(
      'list',
      (answer, seen) => answer.status === 401 && seen.call.headers['x-api-key'] !== undefined,
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  list(
    'request-id-constant',
    'request-id-unique',
    'request_id is always the same.',
    rewrite(
      'list',
      () => true,
      inMember('meta', (meta) => ({ ...meta, request_id: 'req_7X9zKp2jDw' })),
    ),
  ),
  list(
    'timestamp-of-start',
    'timestamp-current',
    'meta.timestamp is half a year old.',
    rewrite(
      'list',
      () => true,
      inMember('meta', (meta) => ({ ...meta, timestamp: shifted(-180 * DAY_MS) })),
    ),
  ),
  list(
    'request-id-header-differs',
    'response-headers',
    'X-Request-Id is not meta.request_id.',
    rewrite('list', () => true, withHeaders({ 'X-Request-Id': 'req_other' })),
  ),
  list(
    'version-header-v2',
    'response-headers',
    'X-API-Version is v2.',
    rewrite('list', isOk, withHeaders({ 'X-API-Version': 'v2' })),
  ),
  list(
    'more-remaining-than-limit',
    'response-headers',
    'More requests remain than the limit allows.',
    rewrite('list', isOk, withHeaders({ 'X-RateLimit-Limit': '10', 'X-RateLimit-Remaining': '11' })),
  ),
]
