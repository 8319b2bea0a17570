/** Requirements of `DELETE /api/v1/users/{id}`. */
import type { Row, UnobservableRow } from '../../../helpers/catalogue.ts'
import { answerRows } from './answers.ts'
import { callerRows } from './callers.ts'

const anyText = 'Any wording of the message; further members.'

export const deleteRows: Row[] = [
  ['status-204', 'must', 'A deletion is answered with 204.', 'stated', 'DD-01 DD-05'],
  ['no-body', 'must', 'A deletion is answered without a body.', 'inferred', 'DD-06'],
  ['gone-from-get', 'must', 'A deleted user can no longer be read.', 'stated', 'DD-03 DG-07'],
  [
    'gone-from-list',
    'must',
    'A deleted user is listed under no status, nor without filter.',
    'inferred',
    'DL-20 DD-03',
  ],
  [
    'permanent',
    'must',
    'A deleted user does not come back, as inactive or otherwise.',
    'stated',
    'DD-03 DD-04',
  ],
  ['second-404', 'must', 'Deleting a deleted user is answered with 404.', 'inferred', 'DD-11 DD-07'],
  ['unknown-404', 'must', 'Deleting an unknown id is answered with 404.', 'stated', 'DD-07'],
  [
    'not-found-error',
    'must',
    'A 404 says the word not_found and a message.',
    'shown',
    'DD-07 DS-09 DS-10',
    anyText,
  ],
  ['forbidden-403', 'must', 'A caller who may not delete users is refused with 403.', 'stated', 'DD-08'],
  [
    'forbidden-error',
    'must',
    'A 403 says the word forbidden and a message.',
    'shown',
    'DD-08 DS-09 DS-10',
    anyText,
  ],
  ['refused-keeps-user', 'must', 'A forbidden deletion leaves the user as it was.', 'inferred', 'DD-10'],
  ['email-free', 'should', 'The address of a deleted user can be used again.', 'inferred', 'DD-12', '201.'],
  ...callerRows('DD-02'),
  ...answerRows('DD-07'),
]

export const deleteUnobservable: UnobservableRow[] = [
  [
    'permission',
    'Which permission a deletion needs.',
    'stated',
    'DD-09',
    'the page does not say; RESTRICTED_ACCESS_TOKEN stands for whoever lacks it',
  ],
]
