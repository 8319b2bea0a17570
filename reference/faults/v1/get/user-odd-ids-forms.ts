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
    'v1-get-broken-percent-500',
    [OTHER_IDS, 'v1.get.no-server-error'],
    'A path that cannot be decoded leads to 500.',
    editAnswer('get', 404, (answer, { call }) =>
      /%(?![0-9a-f]{2})|%E0%A4%A$/i.test(call.path) ? crash(answer) : answer,
    ),
  ),
]
