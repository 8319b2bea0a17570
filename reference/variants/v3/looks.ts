import type { V3Change } from '../../v3/behaviour.ts'
import { inBody, inMember, isRefused } from '../../v3/mutator.ts'
import type { JsonObject } from '../../v3/types.ts'
import type { V3Variant } from '../types.ts'
import { everywhere, softVariant, variant } from './variant.ts'

const TIME = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)\+00:00"/g

/** Changes the text of every body. */
function spelt(edit: (body: string) => string): V3Change {
  return (b) => ({
    ...b,
    wire: (reply, seen) => {
      const honest = b.wire(reply, seen)
      return honest.body === undefined ? honest : { ...honest, body: edit(String(honest.body)) }
    },
  })
}

/** Writes every time in another form. */
const timed = (edit: (seconds: string, fraction: string) => string): V3Change =>
  spelt((body) => body.replace(TIME, (_, seconds, fraction) => `"${edit(seconds, fraction)}"`))

const users = (edit: (user: JsonObject) => JsonObject): V3Change => {
  return (b) => ({ ...b, renderUser: (user, c) => edit(b.renderUser(user, c)) })
}

const always = () => true
const withError = (edit: (error: JsonObject) => JsonObject): V3Change =>
  everywhere(isRefused, inMember('error', edit))

/** Shifts a UTC time to two hours east. */
function eastern(seconds: string, fraction: string): string {
  const local = new Date(Date.parse(`${seconds}Z`) + 2 * 3_600_000).toISOString().slice(0, 19)
  return `${local}${fraction}+02:00`
}

export const lookVariants: V3Variant[] = [
  variant(
    'times-zulu',
    'Times end in Z.',
    timed((seconds, fraction) => `${seconds}${fraction}Z`),
  ),
  variant(
    'times-whole-seconds',
    'Times have no fraction of a second.',
    timed((seconds) => `${seconds}Z`),
  ),
  variant(
    'times-six-digits',
    'Times have six digits of a second.',
    timed((s, f) => `${s}${f.slice(0, 7)}+00:00`),
  ),
  variant(
    'times-nine-digits',
    'Times have nine digits of a second.',
    timed((s, f) => `${s}${f}00+00:00`),
  ),
  variant('times-east', 'Times are given two hours east of Greenwich.', timed(eastern)),
  variant(
    'updated-at-null',
    'Nobody was ever updated.',
    users((user) => ({ ...user, updated_at: null })),
  ),
  variant(
    'updated-at-creation',
    'Nobody was updated since creation.',
    users((user) => ({ ...user, updated_at: user.created_at })),
  ),
  variant('customer-id', 'A user carries customer_id.', (b) => ({
    ...b,
    renderUser: (user, c) => ({ ...b.renderUser(user, c), customer_id: c.scope.id }),
  })),
  variant('pagination', 'The list carries data.pagination.', (b) => ({
    ...b,
    renderList: (shown, c) => ({
      ...b.renderList(shown, c),
      pagination: {
        page: 1,
        page_size: Math.max(20, shown.length),
        total_count: shown.length,
        total_pages: 1,
        has_more: false,
        cursors: null,
      },
    }),
  })),
  variant(
    'response-time-in-meta',
    'meta carries response_time_ms.',
    everywhere(
      always,
      inMember('meta', (meta) => meta && { ...meta, response_time_ms: 12 }),
    ),
  ),
  variant('members-everywhere', 'Envelope, meta, error and users carry members nobody has heard of.', (b) => {
    const more = { links: [], trace: { parent: null } }
    const change = everywhere(always, (answer, seen) => {
      const widened = inBody((body) => ({ ...body, ...more }))(answer, seen)
      return inMember('meta', (meta) => meta && { ...meta, ...more })(widened, seen)
    })
    const changed = withError((error) => ({ ...error, ...more }))(change(b))
    return { ...changed, renderUser: (user, c) => ({ ...b.renderUser(user, c), ...more, phone: null }) }
  }),
  variant(
    'doc-url-null',
    'doc_url is null.',
    withError((error) => ({ ...error, doc_url: null })),
  ),
  variant(
    'doc-url-one-page',
    'doc_url is the same page for every error.',
    withError((error) => ({ ...error, doc_url: 'https://docs.sent.dm/reference/api/error-catalog' })),
  ),
  softVariant(
    'doc-url-left-out',
    'Errors have no doc_url.',
    withError(({ doc_url: _, ...error }) => error),
  ),
  softVariant(
    'details-left-out',
    'Errors without details have no such member.',
    withError(({ details, ...error }) => (details ? { ...error, details } : error)),
  ),
  softVariant(
    'data-left-out',
    'Refusals have no member data.',
    everywhere(
      isRefused,
      inBody(({ data: _, ...body }) => body),
    ),
  ),
  softVariant(
    'error-left-out',
    'Good answers have no member error.',
    everywhere(
      (answer) => answer.status < 300,
      inBody(({ error: _, ...body }) => body),
    ),
  ),
  softVariant(
    'nulls-left-out',
    'Members of a user that are null are left out.',
    users((user) => Object.fromEntries(Object.entries(user).filter(([, value]) => value !== null))),
  ),
  variant(
    'other-messages',
    'Messages are worded and spelt quite differently.',
    withError((error) => ({ ...error, message: `¡Así no! ☹ ${'—'.repeat(300)}` })),
  ),
  variant(
    'details-with-capitals',
    'Field names in details begin with a capital.',
    withError((error) => ({
      ...error,
      details:
        error.details &&
        Object.fromEntries(
          Object.entries(error.details).map(([field, says]) => [
            field.charAt(0).toUpperCase() + field.slice(1),
            says,
          ]),
        ),
    })),
  ),
  variant(
    'bodies-indented',
    'JSON is indented.',
    spelt((body) => JSON.stringify(JSON.parse(body), null, 2)),
  ),
  variant(
    'bodies-reversed',
    'Members come in another order.',
    spelt((body) => JSON.stringify(reversed(JSON.parse(body)))),
  ),
  variant(
    'bodies-escaped',
    'Strings are written with Unicode escapes.',
    spelt((body) =>
      body.replace(/[@\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ),
  ),
]

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, reversed(member)])
      .reverse(),
  )
}
