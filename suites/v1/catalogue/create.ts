/** Requirements of `POST /api/v1/users`. */
import type { Row, UnobservableRow } from '../../../helpers/catalogue.ts'
import { answerRows } from './answers.ts'
import { callerRows } from './callers.ts'

const invalid = '400; 422 is a warning.'

/** A creation that succeeds. */
const success: Row[] = [
  ['status-201', 'must', 'A creation is answered with 201.', 'stated', 'DC-01 DC-02 DC-05 DC-08'],
  [
    'shape',
    'must',
    'The answer is the new user, with id, e-mail, name, role, status and creation time, and nothing around it.',
    'shown',
    'DC-09 DS-02 DS-04 DS-05 DS-06 DS-07 DS-11',
    'Further members; any form of id; any RFC 3339 time; name null or left out where none was given.',
  ],
  [
    'email-echoed',
    'must',
    'The answer repeats the e-mail address of the request.',
    'shown',
    'DC-10',
    'Letter case.',
  ],
  ['name-echoed', 'must', 'The answer repeats the name of the request, letter by letter.', 'shown', 'DC-10'],
  ['role-echoed', 'must', 'The answer repeats the role of the request.', 'shown', 'DC-10 DS-06'],
  ['status-pending', 'must', 'A new user is pending.', 'shown', 'DC-11'],
  [
    'created-at-now',
    'should',
    'created_at of a new user is about now.',
    'inferred',
    'DC-12',
    'Clocks that differ by up to ten minutes.',
  ],
  ['id-new', 'must', 'Every new user has an id of its own.', 'inferred', 'DC-13'],
  ['retrievable', 'must', 'A new user can be read by the id in the answer.', 'inferred', 'DC-13'],
  [
    'extra-members-ignored',
    'should',
    'An id or a status in the request is not taken over.',
    'inferred',
    'DC-05 DC-11 DC-13',
    '201 with values of its own, or 400.',
  ],
]

/** A creation that is invalid. */
const validation: Row[] = [
  [
    'email-required',
    'must',
    'Without an e-mail address a creation is refused with 400 and the word validation_error.',
    'stated',
    'DC-06 DC-14 DC-15 DS-10',
  ],
  ['email-null', 'must', 'Null for an e-mail address is refused.', 'inferred', 'DC-06 DC-14', invalid],
  ['email-empty', 'must', 'An empty e-mail address is refused.', 'inferred', 'DC-06 DC-14', invalid],
  [
    'email-syntax',
    'must',
    'Something that is no e-mail address is refused.',
    'inferred',
    'DC-14',
    '400; 422, or 201 with that address, is a warning.',
  ],
  [
    'email-length',
    'must',
    'An e-mail address beyond the length that mail systems take is refused or accepted, and breaks nothing.',
    'inferred',
    'DC-14',
    '400 or 201; 413 or 422 is a warning.',
  ],
  [
    'wrong-types',
    'must',
    'An e-mail address, a name or a role that is a number is refused.',
    'inferred',
    'DC-14',
    invalid,
  ],
  [
    'invalid-body',
    'must',
    'Broken JSON, an array, null, and no body at all are refused.',
    'stated',
    'DC-14',
    '400; 422 is a warning, for no body at all 411 and 415 too.',
  ],
  [
    'name-missing',
    'must',
    'Without a name a creation is refused, or the user has none.',
    'inferred',
    'DC-07',
    '400 (422 is a warning); 201 with a name that is null, empty or left out (another one is a warning).',
  ],
  [
    'role-missing',
    'must',
    'Without a role a creation is refused, or the user has a default role.',
    'inferred',
    'DC-07',
    '400 (422 is a warning), or 201 with any role.',
  ],
  [
    'role-unknown',
    'must',
    'A role that does not exist is refused.',
    'inferred',
    'DS-06 DC-14',
    '400; 422 or 201 is a warning.',
  ],
  [
    'content-type',
    'must',
    'A body that is not labelled application/json breaks nothing.',
    'inferred',
    'DC-04',
    '415 or 400; another refusal is a warning; 201 is judged by content-type-refused.',
  ],
  [
    'content-type-refused',
    'should',
    'A body labelled text/plain, or not at all, is refused.',
    'stated',
    'DC-04',
  ],
  [
    'invalid-error',
    'must',
    'A 400 says an error word and a message, for a missing e-mail address the word validation_error.',
    'shown',
    'DC-15 DS-09 DS-10',
    'Any wording of the message; further members.',
  ],
  ['invalid-word', 'should', 'Every 400 says the word validation_error.', 'shown', 'DC-15 DS-10'],
  ['refused-creates-nothing', 'must', 'A refused creation leaves no user behind.', 'inferred', 'DC-14 DC-18'],
]

/** An address that is taken. */
const conflict: Row[] = [
  ['duplicate-409', 'must', 'An address that is taken is refused with 409.', 'stated', 'DC-16'],
  [
    'conflict-error',
    'must',
    'A 409 says the word conflict and a message.',
    'shown',
    'DC-17 DS-09 DS-10',
    'Any wording of the message; further members.',
  ],
  ['duplicate-keeps-one', 'must', 'After a refused duplicate one user has the address.', 'inferred', 'DC-18'],
  [
    'duplicate-changes-nothing',
    'must',
    'A refused duplicate leaves the user who has the address as it was.',
    'inferred',
    'DC-18',
  ],
]

export const createRows: Row[] = [
  ...success,
  ...validation,
  ...conflict,
  ...callerRows('DC-03'),
  ...answerRows('DC-09'),
]

export const createUnobservable: UnobservableRow[] = [
  [
    'location-header',
    'No Location header is documented.',
    'shown',
    'DC-19',
    'silence promises nothing, so nothing can be violated',
  ],
]
