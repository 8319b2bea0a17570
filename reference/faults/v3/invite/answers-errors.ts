/** Faults of `POST /v3/users` in how refusals look, and in what breaks down. */
import { hasStatus, inBody, inMember, rewrite, show, toRefusal, without } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { invite } from '../invite.ts'

export const inviteAnswersErrorsFaults: V3Fault[] = [
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
    ['error-shape', 'duplicate-answer'],
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
    ['no-server-error', 'role-unknown-refused'],
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
    ['no-server-error', 'name-missing-refused'],
    'A missing name is answered with 500.',
    rewrite(
      'invite',
      (answer, seen) =>
        answer.status === 400 && seen.input?.email !== undefined && seen.input.name === undefined,
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
]
