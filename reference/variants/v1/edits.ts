/** What the variants of v1 are made of. */
import type { V1Change } from '../../v1/behaviour.ts'
import { Refused, type V1Answer, type V1Context, type V1User } from '../../v1/types.ts'
import type { V1Variant } from '../types.ts'

/** A freedom that a judge must accept without a word. */
export function variant(name: string, says: string, change: V1Change): V1Variant {
  return { name, contract: 'v1', says, change }
}

/** A freedom that a judge may warn about. */
export function softVariant(name: string, says: string, change: V1Change): V1Variant {
  return { ...variant(name, says, change), soft: true }
}

/** Bends the honest answers that `meant` likes. */
export function editAnswer(
  meant: (answer: V1Answer, context: V1Context) => boolean,
  edit: (answer: V1Answer, context: V1Context) => V1Answer,
): V1Change {
  return (behaviour) => ({
    ...behaviour,
    answer(answer, context) {
      const honest = behaviour.answer(answer, context)
      return meant(honest, context) ? edit(honest, context) : honest
    },
  })
}

/** Bends how users are shown; `user` is the one behind the members. */
export function editUsers(
  edit: (members: Record<string, unknown>, user: V1User, context: V1Context) => Record<string, unknown>,
): V1Change {
  return (behaviour) => ({
    ...behaviour,
    renderUser: (user, operation, context) =>
      edit(behaviour.renderUser(user, operation, context), user, context),
  })
}

/** What `policy` gives, or what `otherwise` gives where it refuses. */
export function unlessRefused<T>(policy: () => T, otherwise: () => T): T {
  try {
    return policy()
  } catch (refused) {
    if (refused instanceof Refused) return otherwise()
    throw refused
  }
}

/** Whether nobody but the organization's other people knows this user: neither an account nor made by a caller. */
export function isBystander({ email }: V1User): boolean {
  return /^(user|guest)\d+@northwind\.example$/.test(email)
}
