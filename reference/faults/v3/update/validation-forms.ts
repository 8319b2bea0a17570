/** Forms of `PATCH /v3/users/{userId}` in which bodies it takes. */
import type { Context } from '../../../v3/behaviour.ts'
import { sandboxFalse } from '../../../v3/forms.ts'
import { guard, rewrite, toRefusal } from '../../../v3/mutator.ts'
import { Refusal } from '../../../v3/refusal.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'

const update = formsOf('update')

/** Takes what is meant for another role. */
const taking = (meant: (role: unknown, c: Context) => boolean, taken: string) =>
  guard('update', 'readInput', (c, honest) => {
    honest()
    if (meant(c.input.role, c)) c.input = { ...c.input, role: taken }
  })

/** Takes a body that cannot be read for one that asks for a role. */
const unreadableAs = (meant: (text: string) => boolean, role: string) =>
  guard('update', 'readInput', (c, honest) => {
    try {
      honest()
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || !meant(c.call.body.toString())) throw refusal
      c.input = { role }
    }
  })

export const updateValidationForms: V3Form[] = [
  update.plain(
    'broken-json-taken',
    'role-missing-refused',
    'A body that is cut off is repaired.',
    unreadableAs((text) => text.startsWith('{'), 'billing'),
  ),
  update.plain(
    'list-for-body-taken',
    'role-missing-refused',
    'Of a list of changes the first one is made.',
    unreadableAs((text) => text.startsWith('['), 'billing'),
  ),
  update.plain(
    'text-for-body-taken',
    'role-missing-refused',
    'A text in the stead of a body is taken for a role.',
    unreadableAs((text) => text.startsWith('"'), 'billing'),
  ),
  update.plain(
    'null-for-body-taken',
    'role-missing-refused',
    'Null in the stead of a body makes an admin.',
    unreadableAs((text) => text === 'null', 'admin'),
  ),
  update.plain(
    'broken-json-500',
    ['role-missing-refused', 'no-server-error'],
    'A body that is cut off is answered with 500.',
    rewrite(
      'update',
      ({ status }, { call }) => status === 400 && /^[{][^}]*$/.test(call.body.toString()),
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  update.plain(
    'member-for-developer',
    'role-unknown-refused',
    'A member is a developer.',
    taking((role) => role === 'member', 'developer'),
  ),
  update.plain(
    'true-for-admin',
    'role-unknown-refused',
    'True makes an admin.',
    taking((role) => role === true, 'admin'),
  ),
  update.plain(
    'object-for-role',
    'role-unknown-refused',
    'An object with a name is taken for that role.',
    taking((role) => typeof role === 'object' && role !== null && 'name' in role, 'admin'),
  ),
  update.plain(
    'owner-in-earnest',
    'role-owner-refused',
    'With sandbox false whoever is made an owner becomes an admin.',
    taking((role, c) => role === 'owner' && sandboxFalse(c), 'admin'),
  ),
]
