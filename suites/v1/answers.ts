/** What holds for every answer of an operation, whichever check or clean-up asked for it. */
import type { V1Operation } from '../../helpers/contract.ts'
import { closingRequirement, describe } from './vocabulary.ts'

const EVERY_ANSWER = ['json', 'recommended-shape', 'no-server-error']

const facets: [operation: V1Operation, slug: string, facets: string[]][] = [
  [
    'GET /api/v1/users',
    'list',
    ['status-200', 'shape', 'ids-unique', 'page-length', 'page-echoed', 'limit-echoed', 'status-filter'],
  ],
  ['POST /api/v1/users', 'create', ['status-201', 'shape', 'invalid-word', 'conflict-error']],
  ['GET /api/v1/users/{id}', 'get', ['status-200', 'shape', 'not-found-error']],
  ['DELETE /api/v1/users/{id}', 'delete', ['status-204', 'no-body', 'not-found-error']],
]

describe('DELETE /api/v1/users/{id}', () => {
  closingRequirement('v1.delete.forbidden-error', ({ callers, allAnswers }) => {
    callers.needRestricted()
    allAnswers('DELETE /api/v1/users/{id}', 'forbidden-error')
  })
})

for (const [operation, slug, names] of facets) {
  describe(operation, () => {
    for (const facet of [...names, ...EVERY_ANSWER]) {
      closingRequirement(`v1.${slug}.${facet}`, ({ allAnswers }) => allAnswers(operation, facet))
    }
  })
}
