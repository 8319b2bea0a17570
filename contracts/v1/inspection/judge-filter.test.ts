/** What filtered lists tell. */
import { describe, expect, test } from 'vitest'
import { MAX_LIMIT, type PageView } from '../client/pages.ts'
import { STATUSES } from '../client/user.ts'
import { areEven, type Filtered, issuesOfFilters } from './judge-filter.ts'
import { pageOf, usersFor } from './testing/pages.ts'

const users = usersFor(45)
const census = pageOf(users, 1, MAX_LIMIT)

/** The three lists, the active users on two pages. */
function lists(bend: (view: PageView) => PageView = (view) => view): Filtered[] {
  return STATUSES.map((status) => {
    const those = users.filter((user) => user.status === status)
    const pages =
      status === 'active' ? [pageOf(those, 1, 8), pageOf(those, 2, 8)] : [pageOf(those, 1, MAX_LIMIT)]
    return { status, pages: pages.map(bend) }
  })
}

const kinds = (filtered: Filtered[], everybody: PageView | undefined = census): string[] =>
  [...new Set(issuesOfFilters(everybody, filtered).map(({ kind }) => kind))].sort()

describe('issuesOfFilters', () => {
  test('honest lists are without issues', () => {
    expect(kinds(lists())).toEqual([])
    expect(issuesOfFilters(undefined, lists())).toEqual([])
  })

  test('a list that loses somebody, total and all', () => {
    expect(
      kinds(lists((view) => ({ ...view, entries: (view.entries ?? []).slice(1), total: 14 }))),
    ).toContain('filter')
  })

  test('a list of everybody that lacks a whole status', () => {
    const some = users.filter(({ status }) => status !== 'inactive')
    expect(kinds(lists(), pageOf(some, 1, MAX_LIMIT))).toContain('filter')
  })

  test('a page that loses somebody', () => {
    const lossy = (view: PageView): PageView =>
      view.page === 2 ? { ...view, entries: (view.entries ?? []).slice(1) } : view
    expect(kinds(lists(lossy))).toEqual(['complete'])
  })

  test('a total that counts everybody', () => {
    const lying = lists((view) => ({ ...view, total: 45 }))
    expect(kinds(lying)).toEqual(['total'])
    expect(new Set(issuesOfFilters(undefined, lying).map(({ kind }) => kind))).toContain('total')
  })

  test('the same page twice', () => {
    const [active, ...others] = lists()
    const [page] = active?.pages ?? []
    if (!active || !page) throw new Error('no pages')
    expect(kinds([{ ...active, pages: [page, { ...page, page: 2 }] }, ...others])).toContain('disjoint')
  })

  test('somebody of another status is not held against the pages', () => {
    const leaking = (view: PageView): PageView => ({
      ...view,
      entries: [...(view.entries ?? []).slice(0, -1), { id: 'other', status: 'else' }],
    })
    expect(kinds(lists(leaking))).toEqual(['disjoint'])
  })
})

test('areEven compares the totals of each status by themselves', () => {
  expect(areEven(lists())).toBe(true)
  expect(areEven(lists((view) => (view.page === 2 ? { ...view, total: 16 } : view)))).toBe(false)
})
