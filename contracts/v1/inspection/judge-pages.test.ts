/** What pages tell about one another. */
import { describe, expect, test } from 'vitest'
import { MAX_LIMIT, type PageView } from '../client/pages.ts'
import type { V1User } from '../client/user.ts'
import {
  contradictsItself,
  difference,
  issuesOfReading,
  isWhole,
  type Reading,
  wrongEnd,
} from './judge-pages.ts'
import { pageOf, pagesOf, usersFor } from './testing/pages.ts'

/** A reading of a small list; `bend` is what the implementation does wrong to each page. */
function small(count: number, bend: (view: PageView, users: V1User[]) => PageView = (view) => view): Reading {
  const users = usersFor(count)
  return {
    pages: pagesOf(users, 20).map((view) => bend(view, users)),
    whole: true,
    census: bend(pageOf(users, 1, MAX_LIMIT), users),
    known: new Set(),
  }
}

/** The same of a list that one page does not hold. */
function large(count: number, bend: (view: PageView, users: V1User[]) => PageView = (view) => view): Reading {
  const users = usersFor(count)
  const pages = pagesOf(users, MAX_LIMIT).map((view) => bend(view, users))
  return { pages, whole: true, census: undefined, known: new Set() }
}

const kinds = (reading: Reading): string[] =>
  [...new Set(issuesOfReading(reading).map(({ kind }) => kind))].sort()
const slice = (view: PageView, users: V1User[], from: number, to: number): PageView => ({
  ...view,
  entries: users.slice(Math.max(0, from), Math.max(0, to)),
})
const startOf = ({ page, limit }: PageView): number => (page - 1) * limit

describe('honest pages', () => {
  test.each([0, 1, 19, 20, 21, 45, 60, 99])('of %i users are without issues', (count) => {
    expect(kinds(small(count))).toEqual([])
  })

  test.each([100, 101, 200, 450])('of %i users are without issues', (count) => {
    expect(kinds(large(count))).toEqual([])
  })
})

describe('pages that do not fit together', () => {
  test('overlap by one', () => {
    const overlapping = (view: PageView, users: V1User[]): PageView => {
      const from = startOf(view) - (view.page > 1 ? 1 : 0)
      return slice(view, users, from, from + view.limit)
    }
    expect(kinds(small(45, overlapping))).toContain('disjoint')
    expect(kinds(large(250, overlapping))).toContain('disjoint')
  })

  test('leave somebody out', () => {
    const gap = (view: PageView, users: V1User[]): PageView =>
      slice(
        view,
        users,
        startOf(view) + (view.page > 1 ? 1 : 0),
        startOf(view) + view.limit + (view.page > 1 ? 1 : 0),
      )
    expect(kinds(small(45, gap))).toEqual(['complete'])
    expect(kinds(large(250, gap))).toContain('complete')
  })

  test('are one entry short', () => {
    const short = (view: PageView, users: V1User[]): PageView =>
      slice(view, users, startOf(view), startOf(view) + view.limit - 1)
    expect(kinds(small(45, short))).toEqual(['complete', 'full'])
  })

  test('end too early', () => {
    const ends = (view: PageView): PageView =>
      view.limit < MAX_LIMIT && view.page === 3 ? { ...view, entries: [] } : view
    expect(kinds(small(45, ends))).toEqual(['complete'])
  })

  test('begin with nobody', () => {
    const skipped = (view: PageView, users: V1User[]): PageView =>
      slice(view, users, startOf(view) + view.limit, startOf(view) + 2 * view.limit)
    expect(kinds(small(45, skipped))).toEqual(['complete', 'start'])
  })

  test('show a user in different ways', () => {
    const renamed = (view: PageView): PageView => ({
      ...view,
      entries: (view.entries ?? []).map((user) => (view.page === 2 ? { ...user, name: 'Somebody' } : user)),
    })
    expect(kinds(small(45, renamed))).toEqual(['agree'])
  })
})

describe('totals that lie', () => {
  const told = (total: (view: PageView) => number) => (view: PageView) => ({ ...view, total: total(view) })

  test('by one', () => {
    expect(
      kinds(
        small(
          45,
          told(() => 44),
        ),
      ),
    ).toEqual(['total'])
    expect(
      kinds(
        small(
          45,
          told(() => 46),
        ),
      ),
    ).toEqual(['complete', 'total'])
    expect(
      kinds(
        large(
          250,
          told(() => 249),
        ),
      ),
    ).toEqual(['total'])
  })

  test('are right where a user is known to be missing', () => {
    const reading = small(
      44,
      told(() => 45),
    )
    expect(kinds({ ...reading, known: new Set(['hidden']) })).toEqual(['complete'])
  })

  test('by telling what the page holds', () => {
    expect(
      kinds(
        small(
          45,
          told(({ entries }) => entries?.length ?? 0),
        ),
      ),
    ).toEqual(['total'])
  })

  test('by telling how many are left', () => {
    expect(
      kinds(
        small(
          45,
          told((view) => 45 - startOf(view)),
        ),
      ),
    ).toEqual(['total'])
  })
})

test('a page contradicts itself only where the total cannot be', () => {
  const users = usersFor(45)
  const view = pageOf(users, 3, 20)
  expect(contradictsItself(view)).toBe(false)
  expect(contradictsItself({ ...view, total: 46 })).toBe(true)
  expect(contradictsItself({ ...view, entries: [] })).toBe(true)
  expect(contradictsItself({ ...view, total: undefined })).toBe(false)
  const full = pageOf(users, 2, 20)
  expect(contradictsItself({ ...full, total: 46 })).toBe(false)
  expect(contradictsItself({ ...full, total: 39 })).toBe(true)
})

test('an answer without a list says so once', () => {
  const reading = small(45)
  const [page] = reading.pages
  if (page) reading.pages[0] = { ...page, entries: undefined, status: 500 }
  expect(issuesOfReading(reading)).toHaveLength(1)
})

test('difference counts who came, went or changed', () => {
  const users = usersFor(5)
  expect(difference(users, [...users].reverse())).toBe(0)
  expect(difference(users, users.slice(1))).toBe(1)
  expect(difference(users, [...users.slice(1), { id: 'new' }])).toBe(2)
  expect(difference(users, [{ ...users[0], name: 'Other' }, ...users.slice(1)])).toBe(1)
})

test('pages are a whole list from the first to one that has room left', () => {
  const pages = pagesOf(usersFor(45), 20)
  expect(isWhole(pages)).toBe(true)
  expect(isWhole(pages.slice(1))).toBe(false)
  expect(isWhole(pages.slice(0, 2))).toBe(false)
  expect(isWhole([])).toBe(false)
})

test('the page on which a long list ends tells how many there are', () => {
  const pages = pagesOf(usersFor(237), MAX_LIMIT)
  expect(pages.flatMap(wrongEnd)).toEqual([])
  const [issue, ...others] = pages.map((view) => ({ ...view, total: 242 })).flatMap(wrongEnd)
  expect(issue).toMatchObject({ kind: 'sum', exchange: 'x3', actual: '242', size: 5 })
  expect(others).toEqual([])
})
