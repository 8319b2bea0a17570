/** What every answer with users promises of them, charged to the operation that gave it. */
import type { Row } from '../../../helpers/catalogue.ts'

export const userRows: Row[] = [
  [
    'envelope',
    'must',
    'A success carries success true, data, error null and meta.',
    'shown',
    'L-10 G-07 E-01 E-02 E-03 E-05 E-07 E-08 E-09',
    'Further members.',
  ],
  [
    'user-fields',
    'must',
    'A user has an id, an e-mail address and a name, all strings.',
    'shown',
    'L-14 G-08 S-01 S-02 S-03 S-10',
    'Any form of id; further members.',
  ],
  ['user-role', 'must', 'A user has the role admin, billing or developer.', 'stated', 'L-12 S-04 P-01 P-03'],
  [
    'user-status',
    'must',
    'A user has the status active, invited, suspended or rejected.',
    'stated',
    'L-13 S-05',
  ],
  [
    'user-timestamps',
    'must',
    'created_at is an RFC 3339 time; invited_at, last_login_at and updated_at are such a time or null.',
    'shown',
    'S-06 S-07 S-08 S-09',
    '0 to 9 fraction digits; Z or a numeric offset; a nullable member left out (a warning).',
  ],
  [
    'timestamps-ordered',
    'should',
    'A user was not updated before it was created.',
    'shown',
    'S-12',
    'A second of difference.',
  ],
]
