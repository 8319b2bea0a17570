/** Forms of `DELETE /v3/users/{userId}` in whom it must not remove: by body, label and scope. */

import type { V3Change } from '../../../v3/behaviour.ts'
import {
  emptyObject,
  every,
  type Form,
  furtherMember,
  not,
  sandboxTrue,
  withCharset,
  withoutBody,
} from '../../../v3/forms.ts'
import { both, guard } from '../../../v3/mutator.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { alsoFinding } from '../searches.ts'

const remove = formsOf('remove')
const real = (form: Form): Form => every(form, not(sandboxTrue))

/** Refuses, and takes somebody along who was not meant. */
const refusedTaking = (name: 'refuseSelf' | 'refuseLastAdmin'): V3Change =>
  guard('remove', name, (c, honest) => {
    try {
      honest()
    } catch (refusal) {
      const other = c.scope.all().find(({ role, status }) => role === 'developer' && status === 'active')
      if (other) c.scope.delete(other)
      throw refusal
    }
  })

const OPEN: readonly [name: string, says: string, form: Form][] = [
  ['without-body', 'without a body', real(withoutBody)],
  ['with-empty-object', 'with an empty object', real(every(emptyObject, not(withoutBody)))],
  ['with-further-member', 'beside an unknown member', real(furtherMember)],
  ['with-charset', 'with a charset on the media type', real(withCharset)],
]

export const removeGuardsForms: V3Form[] = [
  ...OPEN.map(([name, says, form]) =>
    remove.plain(
      `self-allowed-${name}`,
      ['self-rejected', 'self-kept'],
      `Oneself may be removed ${says}.`,
      guard('remove', 'refuseSelf', (c, honest) => (form(c) ? undefined : honest())),
    ),
  ),
  ...OPEN.map(([name, says, form]) =>
    remove.plain(
      `last-admin-allowed-${name}`,
      ['last-admin-rejected', 'last-admin-kept'],
      `The last admin may be removed ${says}.`,
      guard('remove', 'refuseLastAdmin', (c, honest) => (form(c) ? undefined : honest())),
    ),
  ),
  remove.plain(
    'self-compared-by-letter',
    ['self-rejected', 'self-kept'],
    'Oneself is known by an id in small letters only.',
    both(
      alsoFinding('remove', (c) => c.scope.find(c.userId.toLowerCase())),
      (b) => ({ ...b, isSelf: (user, c) => b.isSelf(user, c) && c.userId === user.id }),
    ),
    'self-rejected-in-capitals',
  ),
  remove.sequence(
    'self-allowed-at-second-try',
    ['self-rejected', 'self-kept'],
    'Oneself is protected once, and then no more.',
    (b) => {
      let tried = 0
      return guard('remove', 'refuseSelf', (c, honest) => {
        const self = c.behaviour.findUser(c)
        if (self && c.behaviour.isSelf(self, c) && tried++ > 0) return
        honest()
      })(b)
    },
  ),
  remove.sequence(
    'self-allowed-after-sandbox',
    ['self-rejected', 'self-kept'],
    'Once the removal of oneself was simulated, the real one is done.',
    (b) => {
      let asked = false
      return guard('remove', 'refuseSelf', (c, honest) => {
        if (asked && !c.sandbox) return
        const self = c.behaviour.findUser(c)
        asked ||= c.sandbox && self !== undefined && c.behaviour.isSelf(self, c)
        honest()
      })(b)
    },
  ),
  remove.sequence(
    'self-refused-takes-another',
    'self-kept',
    'The removal of oneself is refused, and somebody else is gone.',
    refusedTaking('refuseSelf'),
  ),
  remove.sequence(
    'last-admin-refused-takes-another',
    'last-admin-kept',
    'The removal of the last admin is refused, and somebody else is gone.',
    refusedTaking('refuseLastAdmin'),
  ),
]
