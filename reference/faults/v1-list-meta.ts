/** Faults of v1: what the list says about itself in `meta`. */
import { replace } from '../v1/behaviour.ts'
import type { V1Fault } from './types.ts'
import { editBody, editMeta, fault, without } from './v1-edits.ts'

const SHAPE = 'v1.list.shape'
const TOTAL = 'v1.list.total'

/** Every fault of `meta`. */
export const V1_LIST_META_FAULTS: V1Fault[] = [
  fault(
    'v1-list-meta-missing',
    SHAPE,
    'There is no `meta`.',
    editBody('list', 200, (body) => without(body, 'meta')),
  ),
  ...['page', 'limit', 'total'].map((member) =>
    fault(
      `v1-list-meta-${member}-missing`,
      SHAPE,
      `There is no \`meta.${member}\`.`,
      editMeta((meta) => without(meta, member)),
    ),
  ),
  ...['page', 'limit', 'total'].map((member) =>
    fault(
      `v1-list-meta-${member}-as-text`,
      SHAPE,
      `\`meta.${member}\` is a text.`,
      editMeta((meta) => ({ ...meta, [member]: String(meta[member]) })),
    ),
  ),
  fault(
    'v1-list-meta-total-fraction',
    SHAPE,
    '`meta.total` is not a whole number.',
    editMeta((meta) => ({ ...meta, total: (meta.total as number) + 0.5 })),
  ),
  fault(
    'v1-list-meta-total-null',
    SHAPE,
    '`meta.total` is null.',
    editMeta((meta) => ({ ...meta, total: null })),
  ),
  fault(
    'v1-list-meta-array',
    SHAPE,
    '`meta` is an array.',
    editMeta((meta) => [meta]),
  ),
  fault(
    'v1-list-meta-page-always-1',
    'v1.list.page-echoed',
    '`meta.page` is 1 on every page.',
    editMeta((meta) => ({ ...meta, page: 1 })),
  ),
  fault(
    'v1-list-meta-page-from-zero',
    'v1.list.page-echoed',
    '`meta.page` is one less than the page that was asked for.',
    editMeta((meta) => ({ ...meta, page: (meta.page as number) - 1 })),
  ),
  fault(
    'v1-list-meta-limit-always-20',
    'v1.list.limit-echoed',
    '`meta.limit` is 20 although another limit was served.',
    editMeta((meta) => ({ ...meta, limit: 20 })),
  ),
  fault(
    'v1-list-meta-limit-counts-page',
    'v1.list.limit-echoed',
    '`meta.limit` tells how many entries the page holds.',
    replace({ metaOf: ({ page }, total, shown) => ({ page, limit: shown.length, total }) }),
  ),
  fault(
    'v1-list-total-one-more',
    TOTAL,
    '`meta.total` is one more than there are users.',
    replace({ countTotal: (users) => users.length + 1 }),
  ),
  fault(
    'v1-list-total-one-less',
    TOTAL,
    '`meta.total` is one less than there are users.',
    replace({ countTotal: (users) => users.length - 1 }),
  ),
  fault(
    'v1-list-total-counts-page',
    TOTAL,
    '`meta.total` counts the entries of the page.',
    replace({ countTotal: (_users, shown) => shown.length }),
  ),
  fault(
    'v1-list-total-counts-pages',
    TOTAL,
    '`meta.total` counts pages instead of users.',
    replace({ countTotal: (users, _shown, { limit }) => Math.ceil(users.length / limit) }),
  ),
  fault(
    'v1-list-total-counts-the-rest',
    TOTAL,
    '`meta.total` counts the users from this page on.',
    replace({
      countTotal: (users, _shown, { page, limit }) => Math.max(0, users.length - (page - 1) * limit),
    }),
  ),
  fault(
    'v1-list-total-ignores-filter',
    'v1.list.total-filtered',
    'With a status filter, `meta.total` still counts everybody.',
    replace({ countTotal: (_users, _shown, _query, { store }) => store.list().length }),
  ),
  fault(
    'v1-list-total-counts-foreign-users',
    TOTAL,
    '`meta.total` includes the users of another organization.',
    replace({
      countTotal: (users, _shown, { status }, { foreign }) => users.length + foreign.list(status).length,
    }),
  ),
  fault('v1-list-total-frozen', TOTAL, '`meta.total` is what it was at the first call.', (behaviour) => {
    const first = new Map<string | undefined, number>()
    return {
      ...behaviour,
      countTotal(users, _shown, { status }) {
        if (!first.has(status)) first.set(status, users.length)
        return first.get(status) ?? 0
      },
    }
  }),
]
