/** Faults of `GET /v3/users/{userId}` in how refusals look, and in what breaks down. */
import {
  hasStatus,
  inBody,
  inMember,
  profileKind,
  rewrite,
  sent,
  show,
  toRefusal,
  without,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { get } from '../get.ts'

export const getAnswersErrorsFaults: V3Fault[] = [
  get(
    '404-code-lower-case',
    ['error-shape', 'unknown-user'],
    'The code of a 404 is in lower case.',
    rewrite(
      'get',
      hasStatus(404),
      inMember('error', (error) => ({ ...error, code: String(error.code).toLowerCase() })),
    ),
  ),
  get(
    '404-success-true',
    'error-shape',
    'A 404 says success true.',
    rewrite(
      'get',
      hasStatus(404),
      inBody((body) => ({ ...body, success: true })),
    ),
  ),
  get(
    '404-details-array',
    'error-shape',
    'details of a 404 are an array.',
    rewrite(
      'get',
      hasStatus(404),
      inMember('error', (error) => ({ ...error, details: [] })),
    ),
  ),
  get(
    '403-error-null',
    'error-shape',
    'A 403 has null for error.',
    rewrite(
      'get',
      hasStatus(403),
      inBody((body) => ({ ...body, error: null })),
    ),
  ),
  get(
    '404-empty',
    'error-shape',
    'A 404 has no body.',
    rewrite('get', hasStatus(404), ({ status, headers }) => ({ status, headers })),
  ),
  get(
    '404-as-page',
    ['error-shape', 'media-type'],
    'A 404 is a web page.',
    sent(
      'get',
      (reply) => reply.status === 404,
      () => '<h1>Not found</h1>',
      'text/html',
    ),
  ),
  get(
    '404-without-doc-url',
    'recommended-shape',
    'A 404 has no doc_url.',
    rewrite(
      'get',
      hasStatus(404),
      inMember('error', (error) => without(error, 'doc_url')),
    ),
  ),
  get(
    'nulls-left-out',
    'recommended-shape',
    'Members that are null are left out of the user.',
    show('get', (user) => Object.fromEntries(Object.entries(user).filter(([, value]) => value !== null))),
  ),
  get(
    'foreign-profile-500',
    ['no-server-error', 'scope-foreign-refused'],
    'A foreign profile is answered with 500.',
    rewrite('get', (_, seen) => profileKind(seen) === 'foreign', toRefusal(500, 'INTERNAL_001')),
  ),
  get(
    'invited-500',
    ['no-server-error', 'invited-readable'],
    'An invited user is answered with 500.',
    (b) => ({
      ...b,
      renderUser: (user, c) => {
        if (c.operation === 'get' && user.status === 'invited') throw new Error('No login yet.')
        return b.renderUser(user, c)
      },
    }),
  ),
]
