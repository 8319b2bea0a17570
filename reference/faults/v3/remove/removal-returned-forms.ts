/** Forms of `DELETE /v3/users/{userId}` that treat whoever was removed and invited again otherwise than others. */
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { knowingReturned } from '../remove.ts'

const remove = formsOf('remove')

export const removeRemovalReturnedForms: V3Form[] = [
  remove.sequence(
    'returned-kept',
    ['gone-from-list', 'gone-from-get'],
    'Whoever was removed once and invited again is not removed by what is answered as done.',
    knowingReturned((isBack) => (b) => ({
      ...b,
      applyRemoval: (user, c) => (isBack(user) ? undefined : b.applyRemoval(user, c)),
    })),
  ),
]
