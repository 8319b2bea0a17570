/** Forms of `GET /api/v1/users/{id}` where the id names nobody: by its kind. */
import type { V1Change } from '../../../v1/behaviour.ts'
import { crash, editAnswer } from '../../../v1/mutator.ts'
import type { V1Context, V1User } from '../../../v1/types.ts'
import { ID_KINDS, type IdKind } from '../../ids.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const UNKNOWN = 'v1.get.unknown-404'
const OTHER_IDS = 'v1.get.other-ids-404'

/** An id of a kind is answered with 200 and null, or breaks the program. */
const ofIds = ({ name, says, meant }: IdKind): V1Form[] => [
  form.plain(
    `v1-get-${name}-id-null`,
    OTHER_IDS,
    `${says} is answered with 200 and null.`,
    editAnswer('get', 404, (answer, { id }) => (meant(id) ? { status: 200, body: null } : answer)),
  ),
  form.plain(
    `v1-get-${name}-id-500`,
    [OTHER_IDS, 'v1.get.no-server-error'],
    `${says} is answered with 500.`,
    editAnswer('get', 404, (answer, { id }) => (meant(id) ? crash(answer) : answer)),
  ),
]

/** Finds somebody where the honest search finds nobody. */
const findingAlso =
  (find: (context: V1Context) => V1User | undefined): V1Change =>
  (behaviour) => ({
    ...behaviour,
    find: (id, context) =>
      behaviour.find(id, context) ?? (context.operation === 'get' ? find(context) : undefined),
  })

export const getUserMissingForms: V1Form[] = [
  ...ID_KINDS.flatMap(ofIds),
  form.plain(
    'v1-get-number-finds-somebody',
    OTHER_IDS,
    'A number finds the user who is at that place of the list.',
    findingAlso(({ id, store }) =>
      /^\d+$/.test(id) ? store.list()[Number(id) % store.list().length] : undefined,
    ),
  ),
  form.plain(
    'v1-get-beginning-finds-somebody',
    OTHER_IDS,
    'The beginning of an id finds the user.',
    findingAlso(({ id, store }) =>
      id.length > 6 ? store.list().find((user) => user.id.startsWith(id)) : undefined,
    ),
  ),
  form.plain(
    'v1-get-address-finds-somebody',
    UNKNOWN,
    'An id of the known form finds the user who was created last.',
    findingAlso(({ id, store }) => (/^usr_[0-9a-f]{16}$/.test(id) ? store.list().at(-1) : undefined)),
  ),
  form.plain(
    'v1-get-other-organization-found',
    UNKNOWN,
    'Users of another organization are found by their id.',
    findingAlso(({ id, foreign }) => foreign.byId(id)),
    'v1.get.foreign-user-404',
  ),
]
