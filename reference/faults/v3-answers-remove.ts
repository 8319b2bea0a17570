/** Faults of `DELETE /v3/users/{userId}` in what every answer carries: label, meta, error, headers. */

import {
  hasStatus,
  inBody,
  inMember,
  isRefused,
  labelled,
  profileKind,
  rewrite,
  sent,
  toRefusal,
  type When,
  withHeaders,
  without,
  withoutHeaders,
} from '../v3/mutator.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const remove = faultsOf('remove')
const HOUR_MS = 3_600_000
const shifted = (ms: number) => new Date(Date.now() + ms).toISOString()
const ofSelf: When = (answer, seen) => answer.status === 400 && seen.userId === seen.world.self.id

export const removeAnswerFaults: V3Fault[] = [
  remove(
    'self-refused-as-page',
    'media-type',
    'Only the refusal to remove oneself is labelled text/html.',
    labelled('remove', ofSelf, 'text/html'),
  ),
  remove(
    '403-without-label',
    'media-type',
    'A 403 has no Content-Type.',
    labelled('remove', hasStatus(403), undefined),
  ),
  remove(
    '404-without-meta',
    'meta',
    'A 404 has no meta.',
    rewrite(
      'remove',
      hasStatus(404),
      inBody((body) => without(body, 'meta')),
    ),
  ),
  remove(
    '403-request-id-number',
    'meta',
    'request_id of a 403 is a number.',
    rewrite(
      'remove',
      hasStatus(403),
      inMember('meta', (meta) => ({ ...meta, request_id: 4711 })),
    ),
  ),
  remove(
    '400-version-missing',
    'meta',
    'A 400 has no meta.version.',
    rewrite(
      'remove',
      hasStatus(400),
      inMember('meta', (meta) => without(meta, 'version')),
    ),
  ),
  remove(
    'self-refused-without-envelope',
    'error-shape',
    'Only the refusal to remove oneself has no envelope.',
    rewrite(
      'remove',
      ofSelf,
      inBody(() => ({ message: 'You may not remove yourself.' })),
    ),
  ),
  remove(
    '404-details-text',
    'error-shape',
    'details of a 404 are a text.',
    rewrite(
      'remove',
      hasStatus(404),
      inMember('error', (error) => ({ ...error, details: 'none' })),
    ),
  ),
  remove(
    '403-doc-url-number',
    'error-shape',
    'doc_url of a 403 is a number.',
    rewrite(
      'remove',
      hasStatus(403),
      inMember('error', (error) => ({ ...error, doc_url: 403 })),
    ),
  ),
  remove(
    '404-success-true',
    'error-shape',
    'A 404 says success true.',
    rewrite(
      'remove',
      hasStatus(404),
      inBody((body) => ({ ...body, success: true })),
    ),
  ),
  remove(
    '400-cut-off',
    'error-shape',
    'The JSON of a 400 ends too early.',
    sent(
      'remove',
      (reply) => reply.status === 400,
      (body) => body.slice(0, -1),
    ),
  ),
  remove(
    '403-code-number',
    'error-shape',
    'The code of a 403 is the number 4.',
    rewrite(
      'remove',
      hasStatus(403),
      inMember('error', (error) => ({ ...error, code: 4 })),
    ),
  ),
  remove(
    'data-left-out',
    'recommended-shape',
    'Refusals have no member data.',
    rewrite(
      'remove',
      isRefused,
      inBody((body) => without(body, 'data')),
    ),
  ),
  remove(
    '404-without-doc-url',
    'recommended-shape',
    'A 404 has no doc_url.',
    rewrite(
      'remove',
      hasStatus(404),
      inMember('error', (error) => without(error, 'doc_url')),
    ),
  ),
  remove(
    'malformed-profile-500',
    'no-server-error scope-malformed-refused',
    'A malformed x-profile-id is answered with 500.',
    rewrite('remove', (_, seen) => profileKind(seen) === 'malformed', toRefusal(500, 'INTERNAL_001')),
  ),
  remove(
    'request-id-constant',
    'request-id-unique',
    'request_id of refusals is always the same.',
    rewrite(
      'remove',
      isRefused,
      inMember('meta', (meta) => ({ ...meta, request_id: 'req_refused' })),
    ),
  ),
  remove(
    'timestamp-two-hours-behind',
    'timestamp-current',
    'meta.timestamp is local time called UTC, two hours behind.',
    rewrite(
      'remove',
      isRefused,
      inMember('meta', (meta) => ({ ...meta, timestamp: shifted(-2 * HOUR_MS) })),
    ),
  ),
  remove(
    '204-without-headers',
    'response-headers',
    'A 204 has none of the documented headers.',
    rewrite('remove', hasStatus(204), withoutHeaders('X-Request-Id', 'X-Response-Time', 'X-API-Version')),
  ),
  remove(
    'request-id-header-differs',
    'response-headers',
    'X-Request-Id of a refusal is not meta.request_id.',
    rewrite('remove', isRefused, withHeaders({ 'X-Request-Id': 'req_elsewhere' })),
  ),
]
