/** Users as answers of any contract show them, and how the checks pick and compare them. */

/** A user as answered: any member may be missing or of another type. */
export type User = Record<string, unknown>

/** An id that can stand in a path, numbers as their digits; undefined when the user has none. */
export function idOf(user: User | undefined): string | undefined {
  const id = user?.id
  if (typeof id === 'number' && Number.isFinite(id)) return String(id)
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** The entries with this id. */
export function byId(users: readonly User[], id: string): User[] {
  return users.filter((user) => user.id === id || (typeof user.id === 'number' && idOf(user) === id))
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether two ids name the same user; letter case does not tell UUIDs apart. */
export function isSameId(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false
  return one === other || (UUID.test(one) && one.toLowerCase() === other.toLowerCase())
}

/** The entries with this address; letter case does not tell addresses apart. */
export function byEmail(users: readonly User[], email: string): User[] {
  const wanted = email.toLowerCase()
  return users.filter(
    ({ email: other }) =>
      // The length tells most addresses of a long list apart.
      typeof other === 'string' && other.length === wanted.length && other.toLowerCase() === wanted,
  )
}

/** Which of the given members differ. An absent member equals null. */
export function changedMembers(before: User, after: User, members: readonly string[]): string[] {
  return members.filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  )
}

/** The given members alone. */
export function only(user: User, members: readonly string[]): User {
  return Object.fromEntries(members.map((name) => [name, user[name]]))
}
