/** Faults of `GET /v3/users/{userId}` in what every answer carries: label, meta, headers. */
import {
  all,
  everyThird,
  hasStatus,
  inBody,
  inMember,
  isOk,
  labelled,
  rewrite,
  withHeaders,
  without,
  withoutHeaders,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { get } from '../get.ts'
import { laterMetaOf, laterUsersOf } from '../later-members.ts'
import { DAY_MS, shifted } from '../times.ts'

export const getAnswersFaults: V3Fault[] = [
  get(
    '404-as-text',
    'media-type',
    'A 404 is labelled text/plain.',
    labelled('get', hasStatus(404), 'text/plain'),
  ),
  get(
    'binary',
    'media-type',
    'A user is labelled application/octet-stream.',
    labelled('get', isOk, 'application/octet-stream'),
  ),
  get(
    'request-id-empty',
    'meta',
    'meta.request_id is empty.',
    rewrite(
      'get',
      isOk,
      inMember('meta', (meta) => ({ ...meta, request_id: '' })),
    ),
  ),
  get(
    '404-version-number',
    'meta',
    'meta.version of a 404 is the number 3.',
    rewrite(
      'get',
      hasStatus(404),
      inMember('meta', (meta) => ({ ...meta, version: 3 })),
    ),
  ),
  get(
    'meta-gone-every-third-time',
    'meta',
    'Every third answer has no meta.',
    rewrite(
      'get',
      all(isOk, everyThird()),
      inBody((body) => without(body, 'meta')),
    ),
  ),
  get(
    'request-id-of-user',
    'request-id-unique',
    'request_id is made of the id that was asked for.',
    rewrite(
      'get',
      () => true,
      (answer, seen) =>
        inMember('meta', (meta) => ({ ...meta, request_id: `req_${seen.userId}` }))(answer, seen),
    ),
  ),
  get(
    'timestamp-yesterday',
    'timestamp-current',
    'meta.timestamp is a day behind.',
    rewrite(
      'get',
      () => true,
      inMember('meta', (meta) => ({ ...meta, timestamp: shifted(-DAY_MS) })),
    ),
  ),
  get(
    'no-documented-headers',
    'response-headers',
    'No documented header is sent.',
    rewrite('get', () => true, withoutHeaders('X-Request-Id', 'X-Response-Time', 'X-API-Version')),
  ),
  get(
    'remaining-negative',
    'response-headers',
    'Less than nothing remains of the rate limit.',
    rewrite('get', isOk, withHeaders({ 'X-RateLimit-Remaining': '-1' })),
  ),
  get(
    'wrapped-in-user',
    'envelope',
    'The user stands in data.user.',
    rewrite(
      'get',
      isOk,
      inBody((body) => ({ ...body, data: { user: body.data } })),
    ),
  ),
  get(
    'wrapped-in-users',
    'user-fields',
    'The user stands alone in an array data.users.',
    rewrite(
      'get',
      isOk,
      inBody((body) => ({ ...body, data: { users: [body.data] } })),
    ),
  ),
  get(
    'no-data-every-third-time',
    'envelope',
    'Every third answer has null for data.',
    rewrite(
      'get',
      all(isOk, everyThird()),
      inBody((body) => ({ ...body, data: null })),
    ),
  ),
  get(
    'no-success-member',
    'envelope',
    'A good answer has no member success.',
    rewrite(
      'get',
      isOk,
      inBody((body) => without(body, 'success')),
    ),
  ),
  ...laterUsersOf('get'),
  ...laterMetaOf('get'),
]
