/** Faults of `POST /api/v1/users` in whom it answers. */
import { membersOf } from '../../../v1/body.ts'
import { aside, crash, editAnswer } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { openTo } from '../callers.ts'
import { fault } from '../fault.ts'

export const createAccessFaults: V1Fault[] = [
  ...openTo('create'),
  fault(
    'v1-create-unauthorized-crash',
    'v1.create.missing-token-refused',
    'A creation without a token leads to 500.',
    editAnswer('create', 401, (answer, { call }) => (call.headers.authorization ? answer : crash(answer))),
  ),
  fault(
    'v1-create-unauthorized-but-created',
    ['v1.create.missing-token-refused', 'v1.create.unknown-token-refused'],
    'A creation without a valid token answers 401, yet the user is there.',
    (behaviour) =>
      aside('create', 401, (context) => {
        const { email, name } = membersOf(context.call)
        if (typeof email !== 'string' || context.store.byEmail(email)) return
        const draft = { email, name: typeof name === 'string' ? name : null, role: 'member' }
        context.store.add(behaviour.buildUser(draft, {}, context))
      })(behaviour),
  ),
]
