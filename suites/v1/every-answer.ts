/** What every v1 answer promises, charged to the operation that gave it. */

import { json, noServerError } from '../../contracts/v1/inspection/every-answer.ts'
import { entailed, type Slugged, shown } from '../../language/declaration.ts'
import type { Need } from '../../language/needs.ts'
import { withOvercome } from '../../language/overcome.ts'
import { requirement, type V1Context } from './language.ts'

/**
 * Promises on answers of every kind.
 * @param statements what the operation's page shows of its bodies
 * @param needs what the operation needs before any answer of it can be seen
 */
export const everyAnswer = (
  statements: string,
  needs: readonly Need<V1Context>[] = [],
): Slugged<V1Context>[] => [
  requirement('json', {
    must: 'Documented bodies are JSON and labelled application/json.',
    source: shown(`DS-12 ${statements}`),
    accepts: 'Parameters such as charset; any body of a refusal that the page does not show.',
    about: 'shape',
    needs,
    everyAnswer: { look: () => json },
  }),

  requirement('recommended-shape', {
    should:
      'Members that the examples show are present with the type that they have there, in undocumented refusals too.',
    source: shown(`DS-09 ${statements}`),
    accepts: 'Further members.',
    about: 'shape',
    needs,
    everyAnswer: { shape: { recommended: true } },
  }),

  requirement('no-server-error', {
    must: 'No request is answered with a server error, whatever is wrong with it.',
    source: entailed('DS-13', statements),
    accepts: '502, 503 and 504, which leave the check unsettled.',
    about: 'shape',
    needs,
    everyAnswer: { look: withOvercome(noServerError) },
  }),
]
