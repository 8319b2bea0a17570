/** Faults of `POST /api/v1/users` where the address is taken already. */
import { replace, type V1Behaviour } from '../../../v1/behaviour.ts'
import { crash, editAnswer } from '../../../v1/mutator.ts'
import type { V1Context } from '../../../v1/types.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'

const REFUSED = 'v1.create.duplicate-409'

const ONE = 'v1.create.duplicate-keeps-one'

const UNCHANGED = 'v1.create.duplicate-changes-nothing'

/** Refuses a duplicate as documented, after something was done about it. */
function doneBefore(
  happen: (behaviour: V1Behaviour, ...parts: Parameters<V1Behaviour['onDuplicate']>) => void,
): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    onDuplicate(existing, draft, context) {
      happen(behaviour, existing, draft, context)
      return behaviour.onDuplicate(existing, draft, context)
    },
  })
}

/** Overlooks some duplicates. */
function overlook(meant: (...parts: Parameters<V1Behaviour['onDuplicate']>) => boolean): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    duplicateOf(draft, context) {
      const existing = behaviour.duplicateOf(draft, context)
      return existing && !meant(existing, draft, context) ? existing : undefined
    },
  })
}

export const createDuplicatesFaults: V1Fault[] = [
  fault(
    'v1-create-duplicate-taken',
    [REFUSED, ONE],
    'A taken address creates a second user.',
    overlook(() => true),
  ),
  fault(
    'v1-create-duplicate-with-other-name-taken',
    [REFUSED, ONE],
    'A taken address creates a second user if the name is another one.',
    overlook((existing, draft) => existing.name !== draft.name),
  ),
  fault(
    'v1-create-duplicate-of-pending-taken',
    [REFUSED, ONE],
    'Addresses of pending users do not count as taken.',
    overlook((existing) => existing.status === 'pending'),
  ),
  fault(
    'v1-create-duplicate-answers-existing',
    REFUSED,
    'A taken address is answered with 201 and the user who has it.',
    replace({ onDuplicate: (existing) => existing }),
  ),
  fault(
    'v1-create-duplicate-200',
    REFUSED,
    'A taken address is answered with 200 and the user who has it.',
    (behaviour) => {
      const duplicates = new WeakSet<V1Context>()
      return editAnswer('create', 201, (answer, context) =>
        duplicates.has(context) ? { ...answer, status: 200 } : answer,
      )({
        ...behaviour,
        onDuplicate(existing, _draft, context) {
          duplicates.add(context)
          return existing
        },
      })
    },
  ),
  fault(
    'v1-create-duplicate-400',
    REFUSED,
    'A taken address is refused with 400.',
    editAnswer('create', 409, (answer) => ({ ...answer, status: 400 })),
  ),
  fault(
    'v1-create-duplicate-422',
    REFUSED,
    'A taken address is refused with 422.',
    editAnswer('create', 409, (answer) => ({ ...answer, status: 422 })),
  ),
  fault(
    'v1-create-duplicate-crash',
    [REFUSED, 'v1.create.no-server-error'],
    'A taken address leads to 500.',
    editAnswer('create', 409, crash),
  ),
  fault(
    'v1-create-duplicate-refused-but-created',
    ONE,
    'A taken address is refused with 409, yet a second user is there.',
    doneBefore((behaviour, _existing, draft, context) =>
      context.store.add(behaviour.buildUser(draft, {}, context)),
    ),
  ),
  fault(
    'v1-create-duplicate-overwrites-name',
    UNCHANGED,
    'A refused duplicate leaves its name with the user who has the address.',
    doneBefore((_behaviour, existing, { name }, { store }) => store.update(existing, { name })),
  ),
  fault(
    'v1-create-duplicate-overwrites-role',
    UNCHANGED,
    'A refused duplicate leaves its role with the user who has the address.',
    doneBefore((_behaviour, existing, { role }, { store }) => store.update(existing, { role })),
  ),
  fault(
    'v1-create-duplicate-renews-created-at',
    UNCHANGED,
    'A refused duplicate sets back `created_at` of the user who has the address.',
    doneBefore((_behaviour, existing, _draft, { store }) =>
      store.update(existing, { created_at: '2020-02-02T02:02:02Z' }),
    ),
  ),
  fault(
    'v1-create-duplicate-activates',
    UNCHANGED,
    'A refused duplicate makes the user who has the address active.',
    doneBefore((_behaviour, existing, _draft, { store }) => store.update(existing, { status: 'active' })),
  ),
  fault(
    'v1-create-duplicate-removes-existing',
    UNCHANGED,
    'A refused duplicate removes the user who has the address.',
    doneBefore((_behaviour, existing, _draft, { store }) => store.remove(existing)),
  ),
  fault(
    'v1-create-duplicate-replaces-existing',
    UNCHANGED,
    'A refused duplicate puts a new user in the place of the one who has the address.',
    doneBefore((behaviour, existing, draft, context) => {
      context.store.remove(existing)
      context.store.add(behaviour.buildUser(draft, {}, context))
    }),
  ),
]
