/** Faults of `DELETE /v3/users/{userId}` in how refusals look, and in what breaks down. */
import {
  hasStatus,
  inBody,
  inMember,
  isRefused,
  profileKind,
  rewrite,
  sent,
  toRefusal,
  without,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { ofSelf, remove } from '../remove.ts'

export const removeAnswersErrorsFaults: V3Fault[] = [
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
    ['no-server-error', 'scope-malformed-refused'],
    'A malformed x-profile-id is answered with 500.',
    rewrite('remove', (_, seen) => profileKind(seen) === 'malformed', toRefusal(500, 'INTERNAL_001')),
  ),
  remove(
    'no-body-500',
    'no-server-error',
    'Without a body a removal is answered with 500.',
    rewrite('remove', (_, seen) => seen.call.body.length === 0, toRefusal(500, 'INTERNAL_001')),
  ),
]
