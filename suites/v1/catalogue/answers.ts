/** What every answer of every operation keeps, whichever check or clean-up asked for it. */
import type { Row } from '../../../helpers/catalogue.ts'

/** @param statements what the operation's page shows of its bodies */
export function answerRows(statements: string): Row[] {
  return [
    [
      'json',
      'must',
      'Documented bodies are JSON and labelled application/json.',
      'shown',
      `DS-12 ${statements}`,
      'Parameters such as charset; any body of a refusal that the page does not show.',
    ],
    [
      'recommended-shape',
      'should',
      'Members that the examples show are present with the type that they have there, in undocumented refusals too.',
      'shown',
      `DS-09 ${statements}`,
      'Further members.',
    ],
    [
      'no-server-error',
      'must',
      'No request is answered with a server error, whatever is wrong with it.',
      'inferred',
      statements,
      '502, 503 and 504, which leave the check unsettled.',
    ],
  ]
}
