/** Forms of `DELETE /api/v1/users/{id}` in what it takes for an id. */
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'
import { carelessly, REWRITTEN } from '../odd-ids.ts'

export const deleteRemovalOddIdsForms: V1Form[] = REWRITTEN.map((search) =>
  form.plain(
    `v1-delete-${search.name}-for-id`,
    'v1.delete.other-ids-404',
    `${search.says} is taken for the id in a removal.`,
    carelessly('delete', search),
  ),
)
