/** Faults of `GET /v3/users/{userId}` in what every answer carries: label, meta, error, headers. */

import {
  all,
  everyThird,
  hasStatus,
  inBody,
  inMember,
  isOk,
  labelled,
  profileKind,
  rewrite,
  sent,
  show,
  toRefusal,
  withHeaders,
  without,
  withoutHeaders,
} from '../v3/mutator.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const get = faultsOf('get')
const DAY_MS = 86_400_000
const shifted = (ms: number) => new Date(Date.now() + ms).toISOString()

export const getAnswerFaults: V3Fault[] = [
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
    'meta envelope',
    'Every third answer has no meta.',
    rewrite(
      'get',
      all(isOk, everyThird()),
      inBody((body) => without(body, 'meta')),
    ),
  ),
  get(
    '404-code-lower-case',
    'error-shape unknown-user',
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
    'error-shape media-type',
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
    'no-server-error scope-foreign-refused',
    'A foreign profile is answered with 500.',
    rewrite('get', (_, seen) => profileKind(seen) === 'foreign', toRefusal(500, 'INTERNAL_001')),
  ),
  get('invited-500', 'no-server-error invited-readable', 'An invited user is answered with 500.', (b) => ({
    ...b,
    renderUser: (user, c) => {
      if (c.operation === 'get' && user.status === 'invited') throw new Error('No login yet.')
      return b.renderUser(user, c)
    },
  })),
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
]
