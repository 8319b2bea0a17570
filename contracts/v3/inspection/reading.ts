/** What the documents say of v3 answers: which shape each has, and where users stand in it. */
import type { AnswerReading, Documented } from '../../../language/every-answer.ts'
import { type Answer, asObject, succeeded } from '../../../model/answer.ts'
import { errorCode, userOf, usersOf } from '../client/user.ts'
import { isMalformed } from './malformed.ts'

const SUCCESSES: Record<string, string> = {
  'GET /v3/users': 'v3/list-users.200',
  'GET /v3/users/{userId}': 'v3/get-user.200',
  'POST /v3/users': 'v3/invite-user.success',
  'DELETE /v3/users/{userId}': 'v3/remove-user.success',
  'PATCH /v3/users/{userId}': 'v3/get-user.200',
  'GET /v3/me': 'v3/me.200',
}

/** A list of more users takes a long look. */
const MANY_USERS = 1_000

/** How v3 answers are read. */
export const V3_READING: AnswerReading = {
  users: usersOf,
  user: userOf,
  code: errorCode,
  at: { users: '/data/users', user: '/data', code: '/error/code' },
  saysSuccess: ({ json }) => asObject(json)?.success === true,
  // Not activated, not verified, without a channel.
  accountCodes: ['AUTH_005', 'AUTH_006', 'AUTH_007'],
  lacksRoom: (answer) =>
    answer.status === 422 &&
    answer.exchange.operation === 'POST /v3/users' &&
    errorCode(answer) === 'BUSINESS_008',
  documented,
  isLong: (answer) => (usersOf(answer)?.length ?? 0) > MANY_USERS,
}

function documented(answer: Answer): Documented | undefined {
  const { operation } = answer.exchange
  if (succeeded(answer)) {
    // A removal promises no body, so that only one that is there has a shape.
    if (operation === 'DELETE /v3/users/{userId}' && answer.empty) return undefined
    const schema = SUCCESSES[operation]
    return schema === undefined ? undefined : { schema }
  }
  if (answer.status === 401) return { schema: 'v3/unauthorized', open: true }
  if (answer.status < 400) return undefined
  const schema = 'v3/error-answer'
  // What a router or a gateway says to a request that it cannot read is nobody's promise, unless it is an envelope.
  const isForeign = asObject(answer.json)?.success === undefined && isMalformed(answer.exchange.request)
  return isForeign ? { schema, open: true, borrowed: true } : { schema }
}
