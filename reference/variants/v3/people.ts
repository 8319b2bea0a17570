/** Honest variants of v3 in who is there: ids, order, statuses, the owner, and other people at work. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Context, V3Change } from '../../v3/behaviour.ts'
import { profileKind } from '../../v3/mutator.ts'
import { noAccess } from '../../v3/refusal.ts'
import type { V3User } from '../../v3/types.ts'
import type { V3Variant } from '../types.ts'
import { softVariant, variant } from './variant.ts'

/** Lists the users in another order. */
const ordered = (order: (users: V3User[]) => V3User[]): V3Change => {
  return (b) => ({ ...b, members: (c) => order([...b.members(c)]) })
}

/** Adds people once, before the first call. */
function withPeople(add: (world: Context['world']) => void): V3Change {
  return (b) => {
    let added = false
    return {
      ...b,
      beforeCall: (a) => {
        b.beforeCall(a)
        if (added) return
        added = true
        add(a.world)
      },
    }
  }
}

/** Lets others come, go and change before every call. */
function meanwhile(happen: (world: Context['world'], call: number) => void): V3Change {
  return (b) => {
    let call = 0
    return {
      ...b,
      beforeCall: (a) => {
        b.beforeCall(a)
        call++
        happen(a.world, call)
      },
    }
  }
}

function passerBy(world: Context['world'], call: number, more: Partial<V3User> = {}): V3User {
  const now = world.clock.now()
  return {
    id: randomUUID(),
    email: `passer-by-${call}@acme.example`,
    name: `Passer-by ${call}`,
    role: call % 2 ? 'developer' : 'billing',
    status: call % 3 ? 'active' : 'invited',
    invited_at: now,
    last_login_at: call % 3 ? now : null,
    created_at: now,
    updated_at: now,
    ...more,
  }
}

/** Before every call somebody arrives in both scopes, and who arrived five calls ago leaves. */
export const churn: V3Change = meanwhile((world, call) => {
  for (const scope of [world.organization, world.profile]) {
    scope.put(passerBy(world, call))
    const former = scope.findByEmail(`passer-by-${call - 5}@acme.example`)
    if (former) scope.delete(former)
  }
})

const identified =
  (newId: () => string): V3Change =>
  (b) => ({ ...b, newId })

const shuffled = (users: V3User[]) => {
  for (let last = users.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [a, b] = [users[last], users[other]]
    if (a && b) [users[last], users[other]] = [b, a]
  }
  return users
}

export const peopleVariants: V3Variant[] = [
  variant(
    'ids-upper-case',
    'Ids are UUIDs in upper case.',
    identified(() => randomUUID().toUpperCase()),
  ),
  variant(
    'ids-not-uuids',
    'Ids are words with a prefix.',
    identified(() => `usr_${randomBytes(9).toString('base64url')}`),
  ),
  variant(
    'ids-of-digits',
    'Ids are strings of digits.',
    identified(() => String(randomInt(1e9, 1e12))),
  ),
  variant(
    'order-reversed',
    'The list begins with the newest.',
    ordered((users) => users.reverse()),
  ),
  variant(
    'order-by-address',
    'The list is sorted by address.',
    ordered((users) => users.sort((a, b) => a.email.localeCompare(b.email))),
  ),
  variant('order-shuffled', 'The list has another order every time.', ordered(shuffled)),
  variant('suspended-hidden', 'Suspended users are neither listed nor read.', (b) => ({
    ...b,
    members: (c) => b.members(c).filter((user) => user.status !== 'suspended'),
    findUser: (c) => {
      const user = b.findUser(c)
      return user?.status === 'suspended' ? undefined : user
    },
  })),
  variant('suspended-not-listed', 'Suspended users are not listed, and can be read.', (b) => ({
    ...b,
    members: (c) => b.members(c).filter((user) => user.status !== 'suspended'),
  })),
  variant(
    'rejected-listed',
    'Who rejected the invitation is listed.',
    withPeople((world) => {
      world.organization.put(passerBy(world, 0, { status: 'rejected', last_login_at: null }))
    }),
  ),
  variant(
    'never-invited',
    'Who founded the organization was never invited.',
    withPeople((world) => {
      for (const user of world.organization.all()) {
        if (user.status === 'active') world.organization.put({ ...user, invited_at: null })
      }
    }),
  ),
  variant(
    'nobody-logged-in',
    'Active users that never logged in.',
    withPeople((world) => {
      for (const user of world.organization.all()) world.organization.put({ ...user, last_login_at: null })
    }),
  ),
  variant(
    'strange-names',
    'People have names in every script, and addresses with plus and quotes.',
    withPeople((world) => {
      world.organization.put(
        passerBy(world, 0, { name: '李 O’Brien <b>&"\\</b> 🦄', email: "li+o'brien@xn--bcher-kva.example" }),
      )
    }),
  ),
  variant(
    'many-people',
    'Five hundred people have access.',
    withPeople((world) => {
      for (let n = 1; n <= 500; n++) world.organization.put(passerBy(world, -n))
    }),
  ),
  softVariant(
    'owner-listed',
    'The owner is listed as an admin.',
    withPeople((world) => {
      const { ownerEmail } = world.organization
      world.organization.put(passerBy(world, 0, { email: ownerEmail, role: 'admin', status: 'active' }))
    }),
  ),
  variant('addresses-lower-case', 'Addresses are kept in lower case.', (b) => ({
    ...b,
    simulateUser: (c) => {
      const user = b.simulateUser(c)
      return { ...user, email: user.email.toLowerCase() }
    },
  })),
  variant('billing-may-not-read', 'Billing users may not read.', (b) => ({
    ...b,
    mayRead: (role, c) => role !== 'billing' && b.mayRead(role, c),
  })),
  variant('billing-lists-only', 'Billing users may list, and read nobody.', (b) => ({
    ...b,
    mayRead: (role, c) => (role !== 'billing' || c.operation === 'list') && b.mayRead(role, c),
  })),
  variant('foreign-profile-403', 'A foreign profile is answered with 403.', (b) => ({
    ...b,
    resolveScope: (a, account) => {
      if (profileKind(a) === 'foreign') throw noAccess()
      return b.resolveScope(a, account)
    },
  })),
  variant('any-wrong-profile-403', 'Any profile but the own is answered with 403.', (b) => ({
    ...b,
    resolveScope: (a, account) => {
      if (!['none', 'own'].includes(profileKind(a))) throw noAccess()
      return b.resolveScope(a, account)
    },
  })),
  variant('invited-admins-count', 'An admin that has not accepted yet counts as an admin.', (b) => ({
    ...b,
    isLastAdmin: (user, c) =>
      user.role === 'admin' && c.scope.all().filter((one) => one.role === 'admin').length === 1,
  })),
  variant('churn', 'Before every call somebody arrives in every scope, and somebody leaves.', churn),
  variant(
    'churn-of-roles',
    'Before every call a bystander gets another role and status.',
    meanwhile((world, call) => {
      const names = ['ines.invited@acme.example', 'sven.suspended@acme.example', 'bert.billing@acme.example']
      const user = world.organization.findByEmail(names[call % names.length] ?? '')
      if (!user) return
      const changed = passerBy(world, call)
      world.organization.put({
        ...user,
        role: changed.role,
        status: changed.status,
        updated_at: changed.updated_at,
        last_login_at: changed.last_login_at,
      })
    }),
  ),
  variant(
    'logins-all-the-time',
    'The callers log in before every call.',
    meanwhile((world) => {
      for (const user of world.organization.all()) {
        if (user.status === 'active') world.organization.put({ ...user, last_login_at: world.clock.now() })
      }
    }),
  ),
]
