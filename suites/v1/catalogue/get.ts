/** Requirements of `GET /api/v1/users/{id}`. */
import type { Row, UnobservableRow } from '../../../helpers/catalogue.ts'
import { answerRows } from './answers.ts'
import { callerRows } from './callers.ts'

export const getRows: Row[] = [
  ['status-200', 'must', 'A user who is there is answered with 200, every time.', 'stated', 'DG-01 DG-03'],
  [
    'shape',
    'must',
    'The answer is the user, with id, e-mail, name, role, status, creation time and last login, and nothing around it.',
    'shown',
    'DG-04 DS-03 DS-04 DS-05 DS-06 DS-07 DS-08 DS-11',
    'Further members; any form of id; any RFC 3339 time; last_login null or left out.',
  ],
  ['id-echoed', 'must', 'The answer is the user that was asked for.', 'inferred', 'DG-05 DG-01'],
  [
    'agrees-with-create',
    'must',
    'A new user reads as the answer to its creation said.',
    'inferred',
    'DG-06',
    'last_login on top.',
  ],
  [
    'last-login-empty',
    'should',
    'Somebody who was just created has no last login.',
    'inferred',
    'DS-08 DG-04',
    'null, or the member left out.',
  ],
  ['unknown-404', 'must', 'An unknown id is answered with 404.', 'stated', 'DG-07'],
  [
    'not-found-error',
    'must',
    'A 404 says the word not_found and a message.',
    'shown',
    'DG-08 DS-09 DS-10',
    'Any wording of the message; further members.',
  ],
  ...callerRows('DG-02'),
  ...answerRows('DG-04'),
]

export const getUnobservable: UnobservableRow[] = [
  [
    'forbidden',
    'No 403 is documented for reading a user.',
    'shown',
    'DG-09',
    'who may read is not said, and users of other organizations are not known to the suite',
  ],
]
