/** What every operation does with callers whom it does not know, charged to the operation. */
import type { Row } from '../../../helpers/catalogue.ts'

const refused = '401 with any body or none; 403, 400 or 404 is a warning.'

/** @param statements the operation's statements on the Authorization header */
export function callerRows(statements: string): Row[] {
  return [
    [
      'missing-token-refused',
      'must',
      'Without an Authorization header nothing is served.',
      'stated',
      statements,
      refused,
    ],
    [
      'unknown-token-refused',
      'must',
      'A bearer token that nobody was given is refused.',
      'stated',
      statements,
      refused,
    ],
    [
      'wrong-scheme-refused',
      'must',
      'A valid token under another scheme than Bearer, or under none, is refused.',
      'stated',
      statements,
      refused,
    ],
  ]
}
