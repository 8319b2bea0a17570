/** Forms of v1 where a user is kept, and read, otherwise than the answer to the creation said. */
import type { V1Change } from '../../../v1/behaviour.ts'
import type { V1User } from '../../../v1/types.ts'
import { SPOILT_ADDRESSES, SPOILT_NAMES } from '../../texts.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const CREATED = 'v1.get.agrees-with-create'

/** Keeps somebody else than the answer shows. */
const keeping = (change: (user: V1User) => Partial<V1User>): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    keep: (user, context) => behaviour.keep({ ...user, ...change(user) }, context),
  })
}

export const getUserKeptForms: V1Form[] = [
  ...SPOILT_NAMES.map(({ name, says, spoil }) =>
    form.plain(
      `v1-create-kept-${name}`,
      CREATED,
      `${says} where it is kept; the answer shows it whole.`,
      keeping((user) => ({ name: user.name === null ? null : spoil(user.name) })),
    ),
  ),
  ...SPOILT_ADDRESSES.map(({ name, says, spoil }) =>
    form.plain(
      `v1-create-kept-${name}`,
      CREATED,
      `${says} where it is kept; the answer shows it whole.`,
      keeping((user) => ({ email: spoil(user.email) })),
    ),
  ),
  form.plain(
    'v1-create-admin-kept-as-member',
    CREATED,
    'Who is created as admin is kept as a member.',
    keeping(() => ({ role: 'member' })),
  ),
  form.plain(
    'v1-create-member-kept-as-admin',
    CREATED,
    'Who is created as member is kept as an admin.',
    keeping(() => ({ role: 'admin' })),
  ),
]
