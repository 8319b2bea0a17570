/** Forms of v3 that are alike for every operation: credentials that resemble a good one, and pass. */
import type { RequirementId } from '../../../model/requirement-ids.ts'
import type { Arrival, V3Change } from '../../v3/behaviour.ts'
import { changed, longer, mistakingKeys, shorter } from '../../v3/forms.ts'
import { adminAccount, key } from '../../v3/mutator.ts'
import type { V3Operation } from '../../v3/types.ts'
import type { V3Form } from '../types.ts'

type Operation = Exclude<V3Operation, 'me'>

/** One credential that passes. `missing`: there is none, strictly; else there is one that nobody was given. */
interface Pass {
  name: string
  missing?: true
  says: string
  change: (operation: Operation) => V3Change
}

const keyOf = (a: Arrival) => a.call.headers['x-api-key']
const bearerOf = (a: Arrival) => a.call.headers.authorization ?? ''

/** Lets in as an admin whoever comes in this way. */
const admitting = (meant: (a: Arrival) => boolean) => (operation: Operation) =>
  key(operation, (a, honest) => (meant(a) ? adminAccount(a) : honest()))

const PASSES: readonly Pass[] = [
  {
    name: 'empty-key-accepted',
    missing: true,
    says: 'An empty key passes for that of an admin.',
    change: admitting((a) => keyOf(a) === ''),
  },
  {
    name: 'null-key-accepted',
    says: 'The words null and undefined pass for a key.',
    change: admitting((a) => ['null', 'undefined'].includes(keyOf(a) ?? '')),
  },
  {
    name: 'bearer-null-accepted',
    missing: true,
    says: 'Without a key, an Authorization header of Bearer with nothing or null behind it passes.',
    change: admitting((a) => keyOf(a) === undefined && /^Bearer( null| undefined)?$/i.test(bearerOf(a))),
  },
  {
    name: 'longer-key-accepted',
    says: 'A key with one character more passes for the known one.',
    change: (operation) => mistakingKeys(operation, longer),
  },
  {
    name: 'shorter-key-accepted',
    says: 'A key without its last character passes for the known one.',
    change: (operation) => mistakingKeys(operation, shorter),
  },
  {
    name: 'changed-key-accepted',
    says: 'A key with one character changed passes for the known one.',
    change: (operation) => mistakingKeys(operation, changed),
  },
]

/** The forms of one operation; an invitation has no requirement of its own yet for keys that nobody was given. */
export function credentialsOf(operation: Operation): V3Form[] {
  // Of changes of role these two are faults already.
  const isKnown = ({ name }: Pass): boolean =>
    operation === 'update' && ['empty-key-accepted', 'shorter-key-accepted'].includes(name)
  return PASSES.filter((pass) => !isKnown(pass)).map(({ name, missing, says, change }) => {
    const lacks = operation === 'invite'
    const slug = missing || lacks ? 'requires-key' : 'unknown-key-refused'
    return {
      name: `v3-${operation}-${name}`,
      contract: 'v3',
      // Whether there is such an id, the test of the mirror tells.
      requirement: [`v3.${operation}.${slug}` as RequirementId],
      says,
      change: change(operation),
      kind: 'plain',
      awaits: lacks && !missing ? ['v3.invite.unknown-key-refused'] : [],
    }
  })
}
