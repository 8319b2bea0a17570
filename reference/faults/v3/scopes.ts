/** Forms of v3 that are alike for every operation: profiles named in forms of their own, and not heeded. */
import type { RequirementId } from '../../../model/requirement-ids.ts'
import type { Arrival, V3Change } from '../../v3/behaviour.ts'
import { profileKind, scope } from '../../v3/mutator.ts'
import type { V3Operation } from '../../v3/types.ts'
import type { V3Form } from '../types.ts'

type Operation = Exclude<V3Operation, 'update' | 'me'>

/** One way to name a profile. */
interface Naming {
  name: string
  violates: 'own-profile' | 'unknown-refused' | 'malformed-refused'
  says: string
  meant: (id: string, a: Arrival) => boolean
}

const NIL = '00000000-0000-0000-0000-000000000000'

const NAMINGS: readonly Naming[] = [
  {
    name: 'upper-case-profile-ignored',
    violates: 'own-profile',
    says: 'The own profile in another letter case is taken for the organization.',
    meant: (id, { world }) => id !== world.profile.id && id.toLowerCase() === world.profile.id,
  },
  {
    name: 'empty-profile-ignored',
    violates: 'malformed-refused',
    says: 'An empty x-profile-id is taken for the organization.',
    meant: (id) => id.trim() === '',
  },
  {
    name: 'nil-profile-ignored',
    violates: 'unknown-refused',
    says: 'The UUID of zeros is taken for the organization.',
    meant: (id) => id === NIL,
  },
  {
    name: 'longer-profile-ignored',
    violates: 'malformed-refused',
    says: 'The id of the own profile with something behind it is taken for the organization.',
    meant: (id, { world }) => id.length > world.profile.id.length && id.startsWith(world.profile.id),
  },
  {
    name: 'numeric-profile-ignored',
    violates: 'malformed-refused',
    says: 'A number for a profile is taken for the organization.',
    meant: (id) => /^\d+$/.test(id),
  },
]

/** Acts on the organization where a profile is named in this way. */
const fallingBack = (operation: Operation, meant: Naming['meant']): V3Change =>
  scope(operation, (a, account, honest) => {
    const id = a.call.headers['x-profile-id']
    return id !== undefined && meant(id, a) ? account.scope : honest()
  })

/** The forms of one operation. */
export function scopesOf(operation: Operation): V3Form[] {
  const ids = (slug: string): Pick<V3Form, 'requirement' | 'awaits'> => ({
    // Whether there is such an id, the test of the mirror tells.
    requirement: [`v3.${operation}.scope-${slug}` as RequirementId],
    awaits: [],
  })
  const namings = NAMINGS.map(
    ({ name, violates, says, meant }): V3Form => ({
      name: `v3-${operation}-${name}`,
      contract: 'v3',
      ...ids(violates),
      says,
      change: fallingBack(operation, meant),
      kind: 'plain',
    }),
  )
  // Where a developer may do nothing anyhow, no answer shows which scope was meant.
  return operation === 'list' || operation === 'get' ? [...namings, ofSmallRoles(operation, ids)] : namings
}

/** Nobody but an admin is held to the profile. */
function ofSmallRoles(
  operation: Operation,
  ids: (slug: string) => Pick<V3Form, 'requirement' | 'awaits'>,
): V3Form {
  return {
    name: `v3-${operation}-foreign-profile-ignored-for-developer`,
    contract: 'v3',
    ...ids('foreign-refused'),
    says: 'For a developer a foreign profile is taken for the organization.',
    change: scope(operation, (a, account, honest) => {
      const developer =
        account.email === a.world.organization.all().find(({ role }) => role === 'developer')?.email
      return developer && profileKind(a) === 'foreign' ? account.scope : honest()
    }),
    kind: 'plain',
  }
}
