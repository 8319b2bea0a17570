/** Faults of `GET /v3/users` in what every answer carries: label, meta, headers. */
import {
  hasStatus,
  inBody,
  inMember,
  isOk,
  labelled,
  rewrite,
  sent,
  withHeaders,
  without,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { laterListFaults } from '../later-members.ts'
import { list } from '../list.ts'
import { DAY_MS, shifted } from '../times.ts'

export const listAnswersFaults: V3Fault[] = [
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
  list(
    'success-false',
    'envelope',
    'A good answer says success false.',
    rewrite(
      'list',
      isOk,
      inBody((body) => ({ ...body, success: false })),
    ),
  ),
  list(
    'success-as-text',
    'envelope',
    'success is the text true.',
    rewrite(
      'list',
      isOk,
      inBody((body) => ({ ...body, success: 'true' })),
    ),
  ),
  list(
    'error-beside-users',
    'envelope',
    'A good answer carries an error object.',
    rewrite(
      'list',
      isOk,
      inBody((body) => ({ ...body, error: { code: 'NONE_000', message: 'None' } })),
    ),
  ),
  list(
    'no-envelope',
    'envelope',
    'The users come without the envelope.',
    rewrite(
      'list',
      isOk,
      inBody((body) => body.data as Record<string, unknown>),
    ),
  ),
  ...laterListFaults,
]
