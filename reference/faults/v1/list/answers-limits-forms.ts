/** Forms of `GET /api/v1/users` in which limits it serves as they are. */
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

export const listAnswersLimitsForms: V1Form[] = [
  form.plain(
    'v1-list-limit-21-to-99-usual',
    ['v1.list.limit-echoed', 'v1.list.pages-full'],
    'Limits between the usual one and the highest are replaced by the usual one.',
    (behaviour) => ({
      ...behaviour,
      parseLimit(values) {
        const limit = behaviour.parseLimit(values)
        return limit > 20 && limit < 60 ? 20 : limit
      },
    }),
  ),
]
