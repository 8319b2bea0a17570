/** Keeps the users of one organization: found by id and e-mail, listed in the order of their creation. */
import type { V1Store, V1User } from './types.ts'

/** A store that holds `users` to begin with. */
export function createStore(users: Iterable<V1User> = []): V1Store {
  const ids = new Map<string, V1User>()
  const emails = new Map<string, V1User>()
  // Every list asks for a whole array; rebuilding it only after a change keeps 100,000 users cheap.
  const lists = new Map<string | undefined, readonly V1User[]>()

  const store: V1Store = {
    byId: (id) => ids.get(id),
    byEmail: (email) => emails.get(email.toLowerCase()),
    list(status) {
      let list = lists.get(status)
      if (!list) {
        list =
          status === undefined ? [...ids.values()] : store.list().filter((user) => user.status === status)
        lists.set(status, list)
      }
      return list
    },
    add(user) {
      ids.set(user.id, user)
      const key = user.email.toLowerCase()
      if (!emails.has(key)) emails.set(key, user)
      lists.clear()
    },
    update(user, changes) {
      Object.assign(user, changes)
      lists.clear()
    },
    remove(user) {
      ids.delete(user.id)
      const key = user.email.toLowerCase()
      if (emails.get(key) === user) emails.delete(key)
      lists.clear()
    },
  }
  for (const user of users) store.add(user)
  return store
}
