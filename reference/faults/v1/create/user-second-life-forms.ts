/** Forms of `POST /api/v1/users` in what becomes of an address that somebody had before. */
import type { V1Behaviour, V1Change } from '../../../v1/behaviour.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

/** Tells users by whether somebody who was deleted had their address before. */
export const inSecondLife = (
  change: (behaviour: V1Behaviour, isAgain: (id: string) => boolean) => V1Behaviour,
): V1Change => {
  return (behaviour) => {
    const removed = new Set<string>()
    const again = new Set<string>()
    const inner: V1Behaviour = {
      ...behaviour,
      remove(user, context) {
        removed.add(user.email.toLowerCase())
        behaviour.remove(user, context)
      },
      keep(user, context) {
        if (removed.has(user.email.toLowerCase())) again.add(user.id)
        behaviour.keep(user, context)
      },
    }
    return change(inner, (id) => again.has(id))
  }
}

export const createUserSecondLifeForms: V1Form[] = [
  form.sequence(
    'v1-create-second-life-not-found',
    'v1.create.retrievable',
    'Somebody who was deleted and created again is not found by the new id.',
    inSecondLife((inner, isAgain) => ({
      ...inner,
      find: (id, context) =>
        context.operation === 'get' && isAgain(id) ? undefined : inner.find(id, context),
    })),
  ),
]
