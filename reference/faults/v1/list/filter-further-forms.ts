/** Forms of `GET /api/v1/users` in how it takes `status`: odd values, and the last page under a filter. */
import { crashed } from '../../../v1/mutator.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

export const listFilterFurtherForms: V1Form[] = [
  ...(
    [
      ['empty', 'An empty status', (text: string) => text === ''],
      ['quote', 'A quotation mark for a status', (text: string) => text.includes("'")],
    ] as const
  ).map(([name, says, meant]) =>
    form.plain(
      `v1-list-status-${name}-500`,
      ['v1.list.status-unknown', 'v1.list.no-server-error'],
      `${says} leads to 500.`,
      (behaviour) => ({
        ...behaviour,
        parseStatus(values) {
          if (values.some(meant)) throw crashed()
          return behaviour.parseStatus(values)
        },
      }),
    ),
  ),
  form.plain(
    'v1-list-filtered-last-page-empty',
    'v1.list.filter-with-pages',
    'With a filter a last page that is not full is empty.',
    (behaviour) => ({
      ...behaviour,
      window(users, query, context) {
        const shown = behaviour.window(users, query, context)
        return query.status && query.page > 1 && shown.length < query.limit ? [] : shown
      },
    }),
  ),
]
