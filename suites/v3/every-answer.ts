/** What every v3 answer promises, charged to the operation that gave it. */

import { current, labelled, noServerError, ofItsOwn } from '../../contracts/v3/inspection/every-answer.ts'
import { headerFindings, RESPONSE_HEADERS } from '../../contracts/v3/inspection/headers.ts'
import {
  CUSTOMER_ID,
  Customers,
  customerIds,
  RESPONSE_TIME,
  responseTime,
} from '../../contracts/v3/inspection/later.ts'
import { PublicHeaders } from '../../contracts/v3/inspection/public-headers.ts'
import { timesInOrder } from '../../contracts/v3/inspection/times.ts'
import type { Cause } from '../../language/causes.ts'
import { type Cited, entailed, type Slugged, shown, stated } from '../../language/declaration.ts'
import { type Need, told } from '../../language/needs.ts'
import { withOvercome } from '../../language/overcome.ts'
import { Untested } from '../../model/outcome.ts'
import { requirement, type V3Context } from './language.ts'

/** What an operation needs before any answer of it can be seen. */
type Needs = readonly Need<V3Context>[]

/** What a promise on a later member needs, and what becomes of it where no answer has that member. */
export function whereTold(member: string, needs: Needs = []) {
  const text = `a member ${member} in an answer`
  return {
    needs: [...needs, told('API_KEY', text)],
    unseen(): never {
      throw new Untested(`needs ${text}`)
    },
  }
}

/** Declarations of an operation that a target may not have: where no answer was seen, `start` throws that first. */
export function whereOffered(
  declared: readonly Slugged<V3Context>[],
  start: (context: V3Context) => Promise<unknown>,
): Slugged<V3Context>[] {
  return declared.map(({ slug, declaration }) => {
    if (!('everyAnswer' in declaration)) return { slug, declaration }
    const unseen = async (context: V3Context): Promise<void> => {
      await start(context)
      await declaration.unseen?.(context)
    }
    return { slug, declaration: { ...declaration, unseen } }
  })
}

/** Declarations, some of which follow from violations of another operation. */
export function following(
  declared: readonly Slugged<V3Context>[],
  causes: Readonly<Record<string, readonly Cause[]>>,
): Slugged<V3Context>[] {
  return declared.map(({ slug, declaration }) => {
    const follows = causes[slug]
    return { slug, declaration: follows === undefined ? declaration : { ...declaration, follows } }
  })
}

/**
 * Promises on answers of every kind.
 * @param elsewhere where another page makes them, for an operation that the documents do not mention
 */
export const everyAnswer = (needs: Needs = [], elsewhere?: Cited): Slugged<V3Context>[] => [
  requirement('media-type', {
    must: 'An answer with a body is labelled application/json.',
    source: elsewhere ?? stated('L-30 G-26'),
    accepts: 'Parameters such as charset; any label on a 401, whose body is undocumented.',
    about: 'shape',
    needs,
    everyAnswer: { look: () => labelled },
  }),

  requirement('meta', {
    must: 'Every enveloped answer carries meta with a request_id, an RFC 3339 timestamp and version v3.',
    source: elsewhere ?? shown('M-01 M-02 M-03'),
    accepts:
      'Any prefix and length of request_id; 0 to 9 fraction digits; Z or a numeric offset; further members.',
    about: 'shape',
    needs,
    everyAnswer: { shape: { below: ['/meta'] } },
  }),

  requirement('error-shape', {
    must: 'A refusal carries success false, a code of the documented form, a message, and details that are null or a map of field to messages.',
    source: elsewhere ?? shown('X-01 X-02 X-03 X-04 X-06 E-02 E-05 E-06'),
    accepts: 'Any wording; doc_url null; data or details left out; a 401 without a body.',
    about: 'shape',
    needs,
    everyAnswer: { shape: { of: 'refusal' } },
  }),

  requirement('recommended-shape', {
    should: 'Members that may be null are present with null, and refusals carry all documented members.',
    source: elsewhere ?? shown('S-11 X-05 E-04'),
    accepts: 'Further members.',
    about: 'shape',
    needs,
    everyAnswer: { shape: { recommended: true } },
  }),

  requirement('no-server-error', {
    must: 'No documented input is answered with a server error.',
    source: elsewhere ?? entailed('E-10', 'L-29 G-23 R-25'),
    accepts: '503, which leaves the check unsettled.',
    about: 'shape',
    needs,
    everyAnswer: { look: withOvercome(noServerError) },
  }),

  requirement('request-id-unique', {
    should: 'meta.request_id differs from request to request.',
    source: elsewhere ?? shown('M-01 M-05'),
    accepts: 'A replayed answer repeating the first id.',
    about: 'shape',
    needs,
    everyAnswer: { look: (shared) => ofItsOwn(shared('request ids', () => new Map())) },
  }),

  requirement('timestamp-current', {
    should: 'meta.timestamp is the time of the answer.',
    source: elsewhere ?? shown('M-02'),
    accepts: 'Clocks that differ by up to ten minutes.',
    about: 'shape',
    needs,
    everyAnswer: { look: () => current },
  }),

  requirement('response-headers', {
    should:
      'Answers carry X-Request-Id equal to meta.request_id, X-Response-Time, X-API-Version v3, and sound rate-limit numbers where those are sent.',
    source: elsewhere ?? stated('H-01 H-02 H-03 H-04 M-06 T-04 T-05'),
    accepts: 'Any further header; no rate-limit headers at all.',
    about: 'shape',
    needs,
    everyAnswer: { look: (shared) => headerFindings(shared('public headers', () => new PublicHeaders())) },
    check({ publicHeaders }) {
      publicHeaders.judgeAbsence(...RESPONSE_HEADERS)
    },
  }),

  requirement('response-time', {
    should: 'meta.response_time_ms, where it is told, is a number of milliseconds that is not negative.',
    source: elsewhere ?? stated('M-04'),
    accepts: 'No such member.',
    about: 'shape',
    everyAnswer: { look: () => responseTime },
    ...whereTold(RESPONSE_TIME, needs),
  }),
]

/** Promises on answers with users; the parameters as above. */
export const everyUser = (needs: Needs = [], elsewhere?: Cited): Slugged<V3Context>[] => [
  requirement('envelope', {
    must: 'A success carries success true, data, error null and meta.',
    source: elsewhere ?? shown('E-01 E-02 E-03 L-10 G-07 E-05 E-07 E-08 E-09'),
    accepts: 'Further members.',
    about: 'shape',
    needs,
    everyAnswer: { shape: { of: 'success' } },
  }),

  requirement('user-fields', {
    must: 'A user has an id, an e-mail address and a name, all strings.',
    source: elsewhere ?? shown('S-01 S-02 S-03 L-14 G-08'),
    accepts: 'Any form of id; further members.',
    about: 'shape',
    needs,
    everyAnswer: { shape: { of: 'success', members: ['id', 'email', 'name'] } },
  }),

  requirement('user-role', {
    must: 'A user has the role admin, billing or developer.',
    source: elsewhere ?? stated('L-12 S-04 P-01 P-03'),
    about: 'shape',
    needs,
    everyAnswer: { shape: { of: 'success', members: ['role'] } },
  }),

  requirement('user-status', {
    must: 'A user has the status active, invited, suspended or rejected.',
    source: elsewhere ?? stated('L-13 S-05'),
    about: 'shape',
    needs,
    everyAnswer: { shape: { of: 'success', members: ['status'] } },
  }),

  requirement('user-timestamps', {
    must: 'created_at is an RFC 3339 time; invited_at, last_login_at and updated_at are such a time or null.',
    source: elsewhere ?? shown('S-06 S-07 S-08 S-09'),
    accepts: '0 to 9 fraction digits; Z or a numeric offset; a nullable member left out (a warning).',
    about: 'shape',
    needs,
    everyAnswer: {
      shape: { of: 'success', members: ['created_at', 'invited_at', 'last_login_at', 'updated_at'] },
    },
  }),

  requirement('timestamps-ordered', {
    should: 'A user was not updated before it was created.',
    source: elsewhere ?? shown('S-12'),
    accepts: 'A second of difference.',
    about: 'shape',
    needs,
    everyAnswer: { look: timesInOrder },
  }),

  requirement('customer-id', {
    should: 'customer_id of a user, where it is told, is a UUID: that of the organization or of the profile.',
    source: elsewhere ?? stated('S-10'),
    accepts: 'No such member, or null.',
    about: 'shape',
    everyAnswer: { look: (shared) => customerIds(shared('customers', () => new Customers())) },
    async check({ customers, account }) {
      if (customers.isTold) customers.judge(await account.customers())
    },
    ...whereTold(CUSTOMER_ID, needs),
  }),
]
