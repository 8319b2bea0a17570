/** Faults of `POST /api/v1/users` where a bad body breaks it. */
import { bodyOf, isObject, membersOf } from '../../../v1/body.ts'
import { crash, editAnswer, type Members } from '../../../v1/mutator.ts'
import type { V1Context } from '../../../v1/types.ts'
import type { V1Fault } from '../../types.ts'
import { CONTENT_TYPE, INVALID, isAddress, MISSING, TYPES } from '../create.ts'
import { fault } from '../fault.ts'

/** Breaks down instead of refusing the bodies that `meant` likes. */
function crashOn(meant: (members: Members, body: unknown, context: V1Context) => boolean): V1Fault['change'] {
  return editAnswer('create', 400, (answer, context) =>
    meant(membersOf(context.call), bodyOf(context.call), context) ? crash(answer) : answer,
  )
}

export const createValidationCrashesFaults: V1Fault[] = [
  fault(
    'v1-create-email-missing-crash',
    MISSING,
    'A missing e-mail address leads to 500.',
    crashOn((members, body) => isObject(body) && members.email === undefined),
  ),
  fault(
    'v1-create-email-null-crash',
    'v1.create.email-null',
    'Null for an e-mail address leads to 500.',
    crashOn((members) => members.email === null),
  ),
  fault(
    'v1-create-email-malformed-crash',
    'v1.create.email-syntax',
    'An e-mail address of the wrong form leads to 500.',
    crashOn(
      ({ email }) => typeof email === 'string' && email !== '' && email.length <= 254 && !isAddress(email),
    ),
  ),
  fault(
    'v1-create-email-long-crash',
    'v1.create.email-length',
    'An e-mail address that is too long leads to 500.',
    crashOn(({ email }) => typeof email === 'string' && email.length > 254),
  ),
  fault(
    'v1-create-mistyped-crash',
    TYPES,
    'An e-mail address that is no text leads to 500.',
    crashOn(({ email }) => email !== undefined && email !== null && typeof email !== 'string'),
  ),
  fault(
    'v1-create-name-missing-crash',
    'v1.create.name-missing',
    'A missing name leads to 500.',
    crashOn(({ email, name }) => isAddress(email) && name === undefined),
  ),
  fault(
    'v1-create-role-missing-crash',
    'v1.create.role-missing',
    'A missing role leads to 500.',
    (behaviour) =>
      editAnswer('create', 201, (answer, { call }) =>
        membersOf(call).role === undefined ? crash(answer) : answer,
      )(behaviour),
  ),
  fault(
    'v1-create-role-missing-null',
    'v1.create.role-missing',
    'Without a role, the role of the new user is null.',
    (behaviour) =>
      editAnswer('create', 201, (answer, { call }) =>
        membersOf(call).role === undefined
          ? { ...answer, body: { ...(answer.body as Members), role: null } }
          : answer,
      )(behaviour),
  ),
  fault(
    'v1-create-role-unknown-crash',
    'v1.create.role-unknown',
    'An unknown role leads to 500.',
    crashOn(({ role }) => typeof role === 'string' && role !== 'member' && role !== 'admin'),
  ),
  fault(
    'v1-create-array-crash',
    INVALID,
    'An array for a body leads to 500.',
    crashOn((_members, body) => Array.isArray(body)),
  ),
  fault(
    'v1-create-broken-json-crash',
    INVALID,
    'A body that is no JSON leads to 500.',
    crashOn((_members, body, { call }) => body === undefined && call.body.length > 0),
  ),
  fault('v1-create-no-body-crash', INVALID, 'A call without a body leads to 500.', (behaviour) =>
    [400, 415].reduce(
      (changed, status) =>
        editAnswer('create', status, (answer, { call }) => (call.body.length === 0 ? crash(answer) : answer))(
          changed,
        ),
      behaviour,
    ),
  ),
  fault(
    'v1-create-text-plain-crash',
    CONTENT_TYPE,
    'A content type other than JSON leads to 500.',
    editAnswer('create', 415, (answer, { call }) => (call.headers['content-type'] ? crash(answer) : answer)),
  ),
  fault(
    'v1-create-no-type-crash',
    CONTENT_TYPE,
    'A call without a content type leads to 500.',
    editAnswer('create', 415, (answer, { call }) => (call.headers['content-type'] ? answer : crash(answer))),
  ),
]
