/** Faults of `POST /v3/users` in what every answer carries: label, meta, headers. */
import { hasStatus, inBody, inMember, isOk, labelled, rewrite, withHeaders } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { invite } from '../invite.ts'
import { laterMetaOf, laterUsersOf } from '../later-members.ts'
import { HOUR_MS, shifted } from '../times.ts'

export const inviteAnswersFaults: V3Fault[] = [
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
  invite(
    'success-false',
    'envelope',
    'A good answer says success false.',
    rewrite(
      'invite',
      isOk,
      inBody((body) => ({ ...body, success: false })),
    ),
  ),
  invite(
    'wrapped-in-user',
    'envelope',
    'The user stands in data.user.',
    rewrite(
      'invite',
      isOk,
      inBody((body) => ({ ...body, data: { user: body.data } })),
    ),
  ),
  ...laterUsersOf('invite'),
  ...laterMetaOf('invite'),
]
