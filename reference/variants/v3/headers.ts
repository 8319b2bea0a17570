/** Honest variants of v3 in the headers of answers, and in the 401, whose body is not documented. */
import { json } from '../../kernel.ts'
import type { V3Change } from '../../v3/behaviour.ts'
import { inMember, toEmpty, withHeaders, withoutHeaders } from '../../v3/mutator.ts'
import type { V3Variant } from '../types.ts'
import { everywhere, softVariant, variant } from './variant.ts'

const withType = (type: string): V3Change => {
  return (b) => ({
    ...b,
    wire: (reply, seen) => {
      const honest = b.wire(reply, seen)
      return honest.body === undefined
        ? honest
        : { ...honest, headers: { ...honest.headers, 'content-type': type } }
    },
  })
}

const named = (edit: (name: string) => string): V3Change => {
  return (b) => ({
    ...b,
    wire: (reply, seen) => {
      const honest = b.wire(reply, seen)
      const entries = Object.entries(honest.headers ?? {}).map(([name, value]) => [edit(name), value])
      return { ...honest, headers: Object.fromEntries(entries) }
    },
  })
}

const always = () => true
const LIMIT_HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset']

export const headerVariants: V3Variant[] = [
  variant('type-without-charset', 'Content-Type has no charset.', withType('application/json')),
  variant(
    'type-in-capitals',
    'Content-Type is written with capitals.',
    withType('Application/JSON; Charset="UTF-8"'),
  ),
  variant(
    'headers-lower-case',
    'Header names are in lower case.',
    named((name) => name.toLowerCase()),
  ),
  variant(
    'headers-upper-case',
    'Header names are in upper case.',
    named((name) => name.toUpperCase()),
  ),
  softVariant(
    'no-optional-headers',
    'No header beside Content-Type is sent.',
    everywhere(always, (answer) => ({ ...answer, headers: {} })),
  ),
  variant(
    'no-rate-limit-headers',
    'Only a 429 would carry rate-limit headers.',
    everywhere(always, withoutHeaders(...LIMIT_HEADERS)),
  ),
  variant(
    'rate-limit-reset-now',
    'The rate limit is always full.',
    everywhere(always, withHeaders({ 'X-RateLimit-Remaining': '200', 'X-RateLimit-Limit': '200' })),
  ),
  variant(
    'request-ids-are-uuids',
    'request_id is a UUID.',
    everywhere(always, (answer, seen) => {
      const id = uuidOf(seen.requestId)
      const body = inMember('meta', (meta) => meta && { ...meta, request_id: id })(answer, seen)
      return { ...body, headers: { ...body.headers, 'X-Request-Id': id } }
    }),
  ),
  variant(
    '401-empty',
    'A 401 has no body.',
    everywhere(({ status }) => status === 401, toEmpty(401)),
  ),
  variant('401-always-auth-001', 'Every 401 has the code AUTH_001.', coded('AUTH_001')),
  variant('401-always-auth-002', 'Every 401 has the code AUTH_002.', coded('AUTH_002')),
  softVariant('401-as-text', 'A 401 is a plain text.', (b) => ({
    ...b,
    wire: (reply, seen) => {
      const honest = b.wire(reply, seen)
      const headers = { ...honest.headers, 'content-type': 'text/plain', 'www-authenticate': 'ApiKey' }
      return honest.status === 401 ? { status: 401, headers, body: 'Who are you?' } : honest
    },
  })),
  softVariant('401-foreign-json', 'A 401 is JSON of a gateway in front.', (b) => ({
    ...b,
    wire: (reply, seen) => {
      const honest = b.wire(reply, seen)
      return honest.status === 401 ? json(401, { message: 'Unauthorized' }) : honest
    },
  })),
  variant(
    'label-on-204',
    'A 204 carries Content-Type although it has no body.',
    everywhere(({ status }) => status === 204, withHeaders({ 'content-type': 'application/json' })),
  ),
]

function coded(code: string): V3Change {
  return everywhere(
    ({ status }) => status === 401,
    inMember('error', (error) => ({ ...error, code })),
  )
}

function uuidOf(requestId: string): string {
  const digits = requestId.replace('req_', '').padStart(12, '0')
  return `00000000-0000-4000-8000-${digits}`
}
