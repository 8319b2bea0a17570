/** Faults of `POST /api/v1/users` where a refused body creates the user all the same. */
import type { V1Behaviour } from '../../../v1/behaviour.ts'
import { membersOf } from '../../../v1/body.ts'
import { aside, type Members } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { isAddress } from '../create.ts'
import { fault } from '../fault.ts'

const NOTHING = 'v1.create.refused-creates-nothing'

/** Creates the user of a refused call all the same, where its address is not taken yet. */
function createdAnyway(statuses: number[], meant: (members: Members) => boolean): V1Fault['change'] {
  const creating = (behaviour: V1Behaviour, status: number) =>
    aside('create', status, (context) => {
      const members = membersOf(context.call)
      const { email, name } = members
      if (!meant(members) || typeof email !== 'string' || context.store.byEmail(email)) return
      const draft = { email, name: typeof name === 'string' ? name : null, role: 'member' }
      context.store.add(behaviour.buildUser(draft, members, context))
    })(behaviour)
  return (behaviour) => statuses.reduce(creating, behaviour)
}

export const createValidationEffectsFaults: V1Fault[] = [
  fault(
    'v1-create-malformed-refused-but-created',
    NOTHING,
    'An e-mail address of the wrong form is refused, yet the user is there.',
    createdAnyway([400], ({ email }) => email !== '' && !isAddress(email)),
  ),
  fault(
    'v1-create-role-refused-but-created',
    NOTHING,
    'An unknown role is refused, yet the user is there.',
    createdAnyway([400], ({ role }) => role !== undefined && role !== 'member' && role !== 'admin'),
  ),
  fault(
    'v1-create-name-refused-but-created',
    NOTHING,
    'A name of the wrong type is refused, yet the user is there.',
    createdAnyway([400], ({ name }) => typeof name !== 'string'),
  ),
  fault(
    'v1-create-type-refused-but-created',
    NOTHING,
    'A body with another content type is refused, yet the user is there.',
    createdAnyway([415], () => true),
  ),
  fault(
    'v1-create-refused-but-created',
    NOTHING,
    'Whatever is refused for its content is created all the same.',
    createdAnyway([400, 415], ({ email }) => email !== ''),
  ),
]
