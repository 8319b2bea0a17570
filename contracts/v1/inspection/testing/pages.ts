/** For tests: lists, and the pages that an implementation shows of them. */
import type { PageView } from '../../client/pages.ts'
import type { V1User } from '../../client/user.ts'

/** `count` users named u1, u2, …; every third is active, inactive, pending in turn. */
export function usersFor(count: number): V1User[] {
  const statuses = ['active', 'inactive', 'pending']
  return Array.from({ length: count }, (_, index) => ({
    id: `u${index + 1}`,
    email: `u${index + 1}@example.com`,
    name: `User ${index + 1}`,
    status: statuses[index % 3],
    created_at: `2024-01-01T00:00:${String(index % 60).padStart(2, '0')}Z`,
  }))
}

/** The page that an honest implementation shows of `users`. */
export function pageOf(users: readonly V1User[], page: number, limit: number): PageView {
  return {
    exchange: `x${page}`,
    page,
    limit,
    status: 200,
    entries: users.slice((page - 1) * limit, page * limit),
    total: users.length,
  }
}

/** All pages with that limit. */
export function pagesOf(users: readonly V1User[], limit: number): PageView[] {
  const last = Math.max(1, Math.ceil(users.length / limit))
  return Array.from({ length: last }, (_, index) => pageOf(users, index + 1, limit))
}
