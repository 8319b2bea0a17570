/** Forms of `POST /api/v1/users` where the address is taken: by what differs from before, and how often. */
import { everyNth } from '../../../frequency.ts'
import type { V1Behaviour, V1Change } from '../../../v1/behaviour.ts'
import { crash, editAnswer } from '../../../v1/mutator.ts'
import { invalid } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'
import { inSecondLife } from './user-second-life-forms.ts'

const REFUSED = 'v1.create.duplicate-409'
const ONE = 'v1.create.duplicate-keeps-one'
/** Longer than two requests lie apart that are sent at once. */
const MOMENT_MS = 30

const UNCHANGED = 'v1.create.duplicate-changes-nothing'

/** Overlooks some duplicates. */
const overlooking = (meant: (...parts: Parameters<V1Behaviour['onDuplicate']>) => boolean): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    duplicateOf(draft, context) {
      const existing = behaviour.duplicateOf(draft, context)
      return existing && !meant(existing, draft, context) ? existing : undefined
    },
  })
}

/** Refuses a duplicate, and does something before. */
const doing = (deed: (...parts: Parameters<V1Behaviour['onDuplicate']>) => void): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    onDuplicate(existing, draft, context) {
      deed(existing, draft, context)
      return behaviour.onDuplicate(existing, draft, context)
    },
  })
}

export const createDuplicatesForms: V1Form[] = [
  form.sequence(
    'v1-create-duplicate-with-other-role-taken',
    [REFUSED, ONE],
    'A taken address creates a second user if the role is another one.',
    overlooking((existing, draft) => existing.role !== draft.role),
  ),
  form.sequence(
    'v1-create-duplicate-of-admin-taken',
    [REFUSED, ONE],
    'Addresses of admins do not count as taken.',
    overlooking((existing) => existing.role === 'admin'),
  ),
  form.sequence(
    'v1-create-duplicate-with-plus-taken',
    [REFUSED, ONE],
    'Addresses with a plus do not count as taken.',
    overlooking((existing) => existing.email.includes('+')),
  ),
  form.sequence(
    'v1-create-duplicate-in-capitals-taken',
    [REFUSED, ONE],
    'Addresses are kept in small letters and sought as they were sent, so that one with capitals is never taken.',
    overlooking((existing, draft) => /[A-Z]/.test(draft.email) && existing.email === draft.email),
  ),
  form.sequence(
    'v1-create-third-duplicate-taken',
    [REFUSED, ONE],
    'A taken address is refused once, and then no more.',
    (behaviour) => {
      const refused = new Set<string>()
      return overlooking((existing) => {
        if (refused.has(existing.id)) return true
        refused.add(existing.id)
        return false
      })(behaviour)
    },
    'v1.create.third-duplicate-409',
  ),
  form.sequence(
    'v1-create-duplicate-of-admin-crash',
    [REFUSED, 'v1.create.no-server-error'],
    'A taken address of an admin leads to 500.',
    editAnswer('create', 409, (answer, { store, call }) => {
      const email = (JSON.parse(call.body.toString()) as { email?: string }).email ?? ''
      return store.byEmail(email)?.role === 'admin' ? crash(answer) : answer
    }),
  ),
  form.sequence(
    'v1-create-duplicate-raises-role',
    UNCHANGED,
    'A refused duplicate that asks for an admin makes one of the user who has the address.',
    doing((existing, draft, { store }) => {
      if (draft.role === 'admin') store.update(existing, { role: 'admin' })
    }),
  ),
  form.sequence(
    'v1-create-duplicate-deactivates',
    UNCHANGED,
    'A refused duplicate makes the user who has the address inactive.',
    doing((existing, _draft, { store }) => store.update(existing, { status: 'inactive' })),
  ),
  form.sequence(
    'v1-create-duplicate-signs-in',
    UNCHANGED,
    'A refused duplicate sets `last_login` of the user who has the address.',
    doing((existing, _draft, { store }) => store.update(existing, { last_login: '2026-01-01T00:00:00Z' })),
    'v1.create.duplicate-changes-no-login',
  ),
  form.sequence(
    'v1-create-duplicate-word-for-word-400',
    REFUSED,
    'The same request once more is refused with 400.',
    (behaviour) => ({
      ...behaviour,
      onDuplicate(existing, draft, context) {
        if (existing.name === draft.name && existing.role === draft.role) throw invalid('Nothing to do')
        return behaviour.onDuplicate(existing, draft, context)
      },
    }),
  ),
  form.sequence(
    'v1-create-duplicate-by-weak-caller-taken',
    [REFUSED, ONE],
    'A caller who may not remove users may create somebody whose address is taken.',
    overlooking((_existing, _draft, { caller }) => caller?.mayDelete === false),
  ),
  form.sequence(
    'v1-create-duplicate-in-blanks-taken',
    [REFUSED, ONE],
    'Blanks around an address are cut off only after it was looked for.',
    (behaviour) => ({
      ...behaviour,
      readEmail(members) {
        const { email } = members
        if (typeof email === 'string' && email !== email.trim())
          behaviour.readEmail({ ...members, email: email.trim() })
        return typeof email === 'string' && email !== email.trim() ? email : behaviour.readEmail(members)
      },
      buildUser: (draft, members, context) =>
        behaviour.buildUser({ ...draft, email: draft.email.trim() }, members, context),
    }),
  ),
  form.sequence(
    'v1-create-duplicate-at-once-taken',
    [REFUSED, ONE],
    'An address counts as taken only a moment after its user was created.',
    (behaviour) => {
      const born = new Map<string, number>()
      const keep: V1Change = (inner) => ({
        ...inner,
        keep(user, context) {
          born.set(user.id, performance.now())
          inner.keep(user, context)
        },
      })
      return overlooking(({ id }) => performance.now() - (born.get(id) ?? 0) < MOMENT_MS)(keep(behaviour))
    },
  ),
  form.sequence(
    'v1-create-duplicate-of-second-life-taken',
    REFUSED,
    'The address of somebody who was deleted and created again does not count as taken.',
    inSecondLife((inner, isAgain) => overlooking(({ id }) => isAgain(id))(inner)),
  ),
  form.rare(
    'v1-create-every-second-duplicate-taken',
    [REFUSED, ONE],
    'Every second taken address creates a second user.',
    (behaviour) => {
      const second = everyNth(2)
      return overlooking(() => second())(behaviour)
    },
  ),
]
