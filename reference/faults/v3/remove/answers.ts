/** Faults of `DELETE /v3/users/{userId}` in what every answer carries: label, meta, headers. */
import {
  hasStatus,
  inBody,
  inMember,
  isOk,
  isRefused,
  labelled,
  rewrite,
  toStatus,
  toSuccess,
  withHeaders,
  without,
  withoutHeaders,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { laterMetaOf } from '../later-members.ts'
import { ofSelf, remove } from '../remove.ts'
import { HOUR_MS, shifted } from '../times.ts'

/** 200 with an envelope that says the opposite. */
function toFailedSuccess(): Parameters<typeof rewrite>[2] {
  const envelope = inBody((body) => ({ ...body, success: false }))
  return (answer, seen) => envelope(toSuccess(200, () => null)(toStatus(200)(answer, seen), seen), seen)
}

export const removeAnswersFaults: V3Fault[] = [
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
  remove(
    'success-false',
    'success-empty',
    'A removal that was done is answered with 200 and success false.',
    rewrite('remove', isOk, toFailedSuccess()),
  ),
  remove(
    'bare-object',
    'success-empty',
    'A removal is answered with a body of its own form.',
    rewrite('remove', isOk, (answer) => ({ ...answer, status: 200, body: { deleted: true } })),
  ),
  remove('plain-ok', 'success-empty', 'A removal is answered with the text OK.', (b) => ({
    ...b,
    wire: (reply, seen) =>
      seen.operation === 'remove' && reply.status === 204
        ? { ...reply, status: 200, headers: { ...reply.headers, 'content-type': 'text/plain' }, body: 'OK' }
        : b.wire(reply, seen),
  })),
  ...laterMetaOf('remove'),
]
