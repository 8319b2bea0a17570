/** Forms of `GET /api/v1/users/{id}` in what it takes for an id. */
import { crash, editAnswer } from '../../../v1/mutator.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'
import { carelessly, REWRITTEN, WORD } from '../odd-ids.ts'

const OTHER_IDS = 'v1.get.other-ids-404'

export const getUserOddIdsForms: V1Form[] = [
  ...[...REWRITTEN, WORD].map((search) =>
    form.plain(
      `v1-get-${search.name}-for-id`,
      OTHER_IDS,
      `${search.says} finds somebody.`,
      carelessly('get', search),
    ),
  ),
  form.plain(
    'v1-get-letter-less-for-id',
    OTHER_IDS,
    'An id without its last letter finds somebody.',
    carelessly('get', {
      name: 'letter-less',
      says: 'An id without its last letter',
      find: ({ id, store }) => store.list().find((user) => user.id.slice(0, -1) === id),
    }),
  ),
  form.plain(
    'v1-get-quote-500',
    [OTHER_IDS, 'v1.get.no-server-error'],
    'An id with a quotation mark leads to 500.',
    editAnswer('get', 404, (answer, { id }) => (id.includes("'") ? crash(answer) : answer)),
  ),
  form.plain(
    'v1-get-broken-percent-500',
    [OTHER_IDS, 'v1.get.no-server-error'],
    'A path that cannot be decoded leads to 500.',
    editAnswer('get', 404, (answer, { call }) =>
      /%(?![0-9a-f]{2})|%E0%A4%A$/i.test(call.path) ? crash(answer) : answer,
    ),
  ),
]
