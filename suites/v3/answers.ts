/** What holds for every answer of an operation, whichever check or clean-up asked for it. */
import type { V3Operation } from '../../helpers/contract.ts'
import { closingRequirement, describe } from './vocabulary.ts'

const EVERY_ANSWER = [
  'media-type',
  'meta',
  'error-shape',
  'recommended-shape',
  'no-server-error',
  'request-id-unique',
  'timestamp-current',
  'response-headers',
]
const USER = ['envelope', 'user-fields', 'user-role', 'user-status', 'user-timestamps', 'timestamps-ordered']

const facets: [operation: V3Operation, slug: string, facets: string[]][] = [
  ['GET /v3/users', 'list', ['users-array', 'unique-ids', ...USER, ...EVERY_ANSWER]],
  ['GET /v3/users/{userId}', 'get', [...USER, ...EVERY_ANSWER]],
  ['POST /v3/users', 'invite', [...USER, ...EVERY_ANSWER]],
]

for (const [operation, slug, names] of facets) {
  describe(operation, () => {
    for (const facet of names) {
      closingRequirement(`v3.${slug}.${facet}`, ({ allAnswers }) => allAnswers(operation, facet))
    }
  })
}
