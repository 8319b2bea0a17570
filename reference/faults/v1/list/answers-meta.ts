/** Faults of `GET /api/v1/users` in its meta. */
import { replace } from '../../../v1/behaviour.ts'
import { editBody, editMeta, without } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { SHAPE } from '../list.ts'

export const listAnswersMetaFaults: V1Fault[] = [
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
]
