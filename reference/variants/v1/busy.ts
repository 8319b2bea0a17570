/** Honest variants of v1: organizations of other sizes, and other people at work during the run. */
import type { V1Change } from '../../v1/behaviour.ts'
import { newId, people, timestamp } from '../../v1/people.ts'
import { V1_STATUSES, type V1Context, type V1Status, type V1User } from '../../v1/types.ts'
import type { V1Variant } from '../types.ts'
import { isBystander, variant } from './edits.ts'

/** Lets something happen before every call; `call` counts from 1. */
function meanwhile(happen: (context: V1Context, call: number) => void): V1Change {
  return (behaviour) => {
    let call = 0
    return {
      ...behaviour,
      meanwhile(context) {
        behaviour.meanwhile(context)
        call += 1
        happen(context, call)
      },
    }
  }
}

/** Somebody else creates a user. */
function arrive({ store }: V1Context, call: number): void {
  store.add({
    id: newId(),
    email: `guest${call}@northwind.example`,
    name: `Guest ${call}`,
    role: 'member',
    status: V1_STATUSES[call % V1_STATUSES.length] as V1Status,
    created_at: timestamp(Date.now()),
    last_login: null,
  })
}

/** Somebody else removes a user; `place` says whom, from 0 (the oldest) to 1 (the newest). */
function leave({ store }: V1Context, place: number): void {
  const bystanders = store.list().filter(isBystander)
  const user = bystanders[Math.floor(place * Math.max(0, bystanders.length - 1))]
  if (user) store.remove(user)
}

function newestFirst(change: V1Change): V1Change {
  return (behaviour) => {
    const changed = change(behaviour)
    return { ...changed, select: (query, context) => [...changed.select(query, context)].reverse() }
  }
}

const comeAndGo = meanwhile((context, call) => {
  arrive(context, call)
  leave(context, 0)
})

/** Every variant of what other people may do. */
export const V1_BUSY_VARIANTS: readonly V1Variant[] = [
  variant('v1-churn', 'Before every call a new user arrives and the oldest one leaves.', comeAndGo),
  variant(
    'v1-churn-newest-first',
    'As under churn, with new users at the front, so that every page moves on by one.',
    newestFirst(comeAndGo),
  ),
  variant(
    'v1-churn-anywhere',
    'Before every call a new user arrives and one from somewhere in the list leaves.',
    meanwhile((context, call) => {
      arrive(context, call)
      leave(context, (call * 0.37) % 1)
    }),
  ),
  variant('v1-churn-growing', 'Before every call a new user arrives.', meanwhile(arrive)),
  variant(
    'v1-churn-shrinking',
    'Before every call the oldest user leaves, until the run is alone.',
    meanwhile((context) => leave(context, 0)),
  ),
  variant(
    'v1-churn-now-and-then',
    'Before every seventh call a new user arrives and the oldest one leaves.',
    meanwhile((context, call) => {
      if (call % 7 !== 0) return
      arrive(context, call)
      leave(context, 0)
    }),
  ),
  variant(
    'v1-churn-of-statuses',
    'Before every call somebody else changes the status of a user.',
    meanwhile(({ store }, call) => {
      const bystanders = store.list().filter(isBystander)
      const user = bystanders[(call * 5) % Math.max(1, bystanders.length)]
      const status = V1_STATUSES[call % V1_STATUSES.length] as V1Status
      if (user) store.update(user, { status })
    }),
  ),
  variant(
    'v1-few-users',
    'There is nobody beside the accounts of the callers.',
    meanwhile(({ store }, call) => {
      if (call > 1) return
      for (const user of store.list().filter(isBystander)) store.remove(user)
    }),
  ),
  variant(
    'v1-active-users-only',
    'Nobody is inactive or pending to begin with.',
    meanwhile(({ store }, call) => {
      if (call > 1) return
      for (const user of [...store.list('inactive'), ...store.list('pending')]) {
        store.update(user, { status: 'active' })
      }
    }),
  ),
  variant(
    'v1-many-users',
    'There are some hundred users.',
    meanwhile(({ store }, call) => {
      if (call > 1) return
      for (const user of people(437, 'northwind.example').map(asGuest)) store.add(user)
    }),
  ),
]

function asGuest(user: V1User, index: number): V1User {
  return { ...user, email: `guest${index + 1}@northwind.example` }
}
