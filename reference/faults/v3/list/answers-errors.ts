/** Faults of `GET /v3/users` in how refusals look, and in what breaks down. */
import {
  all,
  hasStatus,
  inBody,
  isOk,
  isRefused,
  profileKind,
  rewrite,
  sent,
  show,
  toRefusal,
  without,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { list } from '../list.ts'

export const listAnswersErrorsFaults: V3Fault[] = [
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
    ['no-server-error', 'scope-unknown-refused'],
    'An unknown profile is answered with 500.',
    rewrite('list', (_, seen) => profileKind(seen) === 'unknown', toRefusal(500, 'INTERNAL_001')),
  ),
  list(
    'malformed-profile-500',
    ['no-server-error', 'scope-malformed-refused'],
    'A malformed x-profile-id is answered with 500.',
    rewrite('list', (_, seen) => profileKind(seen) === 'malformed', toRefusal(500, 'INTERNAL_001')),
  ),
  list(
    'unknown-key-500',
    ['no-server-error', 'unknown-key-refused'],
    'An unknown key is answered with 500.',
    rewrite(
      'list',
      (answer, seen) => answer.status === 401 && seen.call.headers['x-api-key'] !== undefined,
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
]
