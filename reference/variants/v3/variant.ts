/** Makes honest variants of the v3 contract. */
import type { Seen, V3Change } from '../../v3/behaviour.ts'
import { rewrite } from '../../v3/mutator.ts'
import type { Answer, V3Operation } from '../../v3/types.ts'
import type { V3Variant } from '../types.ts'

const OPERATIONS: V3Operation[] = ['list', 'get', 'invite', 'update', 'remove', 'me']

/** A freedom that a judge has to accept without a word. */
export function variant(name: string, says: string, change: V3Change): V3Variant {
  return { name: `v3-${name}`, contract: 'v3', says, change }
}

/** A freedom that a judge may warn about, but never fail. */
export function softVariant(name: string, says: string, change: V3Change): V3Variant {
  return { ...variant(name, says, change), soft: true }
}

/** Rewrites the answers of every operation. */
export function everywhere(
  when: (answer: Answer, seen: Seen) => boolean,
  edit: (answer: Answer, seen: Seen) => Answer,
): V3Change {
  return (b) => OPERATIONS.reduce((changed, operation) => rewrite(operation, when, edit)(changed), b)
}
