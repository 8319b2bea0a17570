/** Forms of `GET /api/v1/users` in its pages: in which order, after what, and how often. */
import { everyNth } from '../../../frequency.ts'
import { replace } from '../../../v1/behaviour.ts'
import { editMeta } from '../../../v1/mutator.ts'
import type { V1Query } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'
import { honest, start, type Users } from '../list.ts'

const DISJOINT = 'v1.list.pages-disjoint'
const COMPLETE = 'v1.list.pages-complete'

/** Shows another window for some queries. */
const windowing = (
  meant: (query: V1Query, users: Users) => boolean,
  edit: (users: Users, query: V1Query) => Users,
) =>
  replace({
    window: (users, query) => (meant(query, users) ? edit(users, query) : honest(users, query)),
  })

const first = (users: Users, query: V1Query) => honest(users, { ...query, page: 1 })
const turned = (users: Users, turns: number): Users => {
  const turn = (turns * 17) % Math.max(1, users.length)
  return [...users.slice(turn), ...users.slice(0, turn)]
}

export const listPagesRepeatedForms: V1Form[] = [
  form.plain(
    'v1-list-never-signed-in-shuffled',
    DISJOINT,
    'Users who never signed in come first, in an order that is drawn anew for every call.',
    replace({
      select: ({ status }, { store, callNumber }) => {
        const users = store.list(status)
        const never = users.filter(({ last_login }) => last_login === null)
        return [...turned(never, callNumber), ...users.filter(({ last_login }) => last_login !== null)]
      },
    }),
  ),
  form.plain(
    'v1-list-order-shuffled-beyond-first-page',
    DISJOINT,
    'Behind the first page the order is drawn anew for every call.',
    replace({
      window: (users, query, { callNumber }) => {
        if (query.page === 1) return honest(users, query)
        const head = users.slice(0, query.limit)
        return honest([...head, ...turned(users.slice(query.limit), callNumber)], query)
      },
    }),
  ),
  form.sequence(
    'v1-list-total-one-change-late',
    ['v1.list.total', COMPLETE],
    '`meta.total` is the one of the last but one change.',
    (behaviour) => {
      const totals = new Map<string | undefined, number[]>()
      return {
        ...behaviour,
        countTotal(users, _shown, { status }) {
          const known = totals.get(status) ?? []
          if (known.at(-1) !== users.length) totals.set(status, [...known, users.length])
          return known.at(-2) ?? users.length
        },
      }
    },
  ),
  form.sequence(
    'v1-list-total-keeps-removed',
    ['v1.list.total', COMPLETE],
    '`meta.total` counts removed users as well.',
    (behaviour) => {
      let removed = 0
      return {
        ...behaviour,
        remove(user, context) {
          removed += 1
          behaviour.remove(user, context)
        },
        countTotal: (users, shown, query, context) =>
          behaviour.countTotal(users, shown, query, context) + (query.status === undefined ? removed : 0),
      }
    },
  ),
  form.sequence(
    'v1-list-page-sticks',
    'v1.list.default-page',
    'Without `page` the page that was asked for last is shown.',
    (behaviour) => {
      let last = 1
      return {
        ...behaviour,
        parsePage(values) {
          const page = values.length === 0 ? last : behaviour.parsePage(values)
          last = page
          return page
        },
      }
    },
  ),
  ...[2, 7].map((n) =>
    form.rare(
      `v1-list-three-late-every-${n === 2 ? 'second' : 'seventh'}-time`,
      [COMPLETE, 'v1.list.total', 'v1.list.filter-with-pages', 'v1.list.filter-complete'],
      `Every ${n === 2 ? 'second' : 'seventh'} page begins three users late.`,
      (behaviour) => {
        const now = everyNth(n)
        return {
          ...behaviour,
          window: (users, query) =>
            now() ? users.slice(start(query) + 3, start(query) + 3 + query.limit) : honest(users, query),
        }
      },
    ),
  ),
  form.rare(
    'v1-list-total-wrong-every-fifth-time',
    'v1.list.total',
    'Every fifth `meta.total` is one too small.',
    (behaviour) => {
      const fifth = everyNth(5)
      return editMeta((meta) => (fifth() ? { ...meta, total: Number(meta.total) - 1 } : meta))(behaviour)
    },
  ),
  form.rare(
    'v1-list-second-page-repeats-every-third-time',
    [DISJOINT, 'v1.list.filter-with-pages'],
    'Every third time page 2 shows page 1 again.',
    (behaviour) => {
      const third = everyNth(3)
      return windowing(({ page }) => page === 2 && third(), first)(behaviour)
    },
  ),
]
