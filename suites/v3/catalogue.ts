/** Every requirement of the v3 contract, page by page. The suites beside this file judge them. */
import { type Page, type Row, requirementsOf, unobservableOf } from '../../helpers/catalogue.ts'
import type { Requirement } from '../../helpers/contract.ts'
import { getRows } from './catalogue/get.ts'
import { inviteRows, inviteUnobservable } from './catalogue/invite.ts'
import { listRows, listUnobservable } from './catalogue/list.ts'
import { remove } from './remove/index.ts'

const LIST: Page = { contract: 'v3', operation: 'GET /v3/users', slug: 'list', title: 'v3: List users' }
const GET: Page = {
  contract: 'v3',
  operation: 'GET /v3/users/{userId}',
  slug: 'get',
  title: 'v3: Get user by ID',
}
const INVITE: Page = {
  contract: 'v3',
  operation: 'POST /v3/users',
  slug: 'invite',
  title: 'v3: Invite a user',
}

/** What every v3 answer promises, charged to the operation that gave it. */
const everyAnswer: Row[] = [
  [
    'media-type',
    'must',
    'An answer with a body is labelled application/json.',
    'stated',
    'L-30 G-26',
    'Parameters such as charset; any label on a 401, whose body is undocumented.',
  ],
  [
    'meta',
    'must',
    'Every enveloped answer carries meta with a request_id, an RFC 3339 timestamp and version v3.',
    'shown',
    'M-01 M-02 M-03 M-04',
    'Any prefix and length of request_id; 0 to 9 fraction digits; Z or a numeric offset; further members.',
  ],
  [
    'error-shape',
    'must',
    'A refusal carries success false, a code of the documented form, a message, and details that are null or a map of field to messages.',
    'shown',
    'X-01 X-02 X-03 X-04 X-06 E-02 E-05 E-06',
    'Any wording; doc_url null; data or details left out; a 401 without a body.',
  ],
  [
    'recommended-shape',
    'should',
    'Members that may be null are present with null, and refusals carry all documented members.',
    'shown',
    'S-11 X-05 E-04',
    'Further members.',
  ],
  [
    'no-server-error',
    'must',
    'No documented input is answered with a server error.',
    'inferred',
    'L-29 G-23 R-25',
    '503, which leaves the check unsettled.',
  ],
  [
    'request-id-unique',
    'should',
    'meta.request_id differs from request to request.',
    'stated',
    'M-05',
    'A replayed answer repeating the first id.',
  ],
  [
    'timestamp-current',
    'should',
    'meta.timestamp is the time of the answer.',
    'stated',
    'M-02',
    'Clocks that differ by up to ten minutes.',
  ],
  [
    'response-headers',
    'should',
    'Answers carry X-Request-Id equal to meta.request_id, X-Response-Time, X-API-Version v3, and sound rate-limit numbers where those are sent.',
    'stated',
    'H-01 H-02 H-03 H-04 M-06 T-04 T-05',
    'Any further header; no rate-limit headers at all.',
  ],
]

/** The v3 catalogue. */
export const V3_CATALOGUE: Requirement[] = [
  ...requirementsOf(LIST, [...listRows, ...everyAnswer]),
  ...unobservableOf(LIST, listUnobservable),
  ...requirementsOf(GET, [...getRows, ...everyAnswer]),
  ...requirementsOf(INVITE, [...inviteRows, ...everyAnswer]),
  ...unobservableOf(INVITE, inviteUnobservable),
  ...remove.map(({ requirement }) => requirement),
]
