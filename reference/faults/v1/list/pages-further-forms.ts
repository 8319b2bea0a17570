/** Forms of `GET /api/v1/users` in its pages with limits in the middle of their range. */
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

export const listPagesFurtherForms: V1Form[] = [
  form.plain(
    'v1-list-limit-11-to-19-gaps',
    'v1.list.pages-complete',
    'With a limit from 11 to 19 later pages begin as if it were 20.',
    (behaviour) => ({
      ...behaviour,
      window: (users, query, context) =>
        query.limit > 10 && query.limit < 20 && query.page > 1
          ? users.slice((query.page - 1) * 20, (query.page - 1) * 20 + query.limit)
          : behaviour.window(users, query, context),
    }),
  ),
]
