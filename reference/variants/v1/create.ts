/** Honest variants of v1: what a creation asks for, and how it refuses. */
import { replace } from '../../v1/behaviour.ts'
import { lacksEmail, membersOf } from '../../v1/body.ts'
import { conflict } from '../../v1/honest-create.ts'
import { invalid, Refused } from '../../v1/types.ts'
import type { V1Variant } from '../types.ts'
import { editAnswer, editUsers, softVariant, variant } from './edits.ts'

const without = (members: Record<string, unknown>, name: string) =>
  Object.fromEntries(Object.entries(members).filter(([key]) => key !== name))

/** Takes a body without a name. */
const nameless = (name: string | null) =>
  replace({
    readName: (members) =>
      typeof members.name === 'string' ? members.name : mustBeAbsent(members.name, name),
  })

function mustBeAbsent(given: unknown, instead: string | null): string | null {
  if (given !== undefined && given !== null) throw invalid('name must be a text')
  return instead
}

/** Every variant of what a creation may ask for. */
export const V1_CREATE_VARIANTS: readonly V1Variant[] = [
  variant('v1-name-optional-null', 'Without a name a user is created whose name is null.', nameless(null)),
  variant('v1-name-optional-empty', 'Without a name a user is created whose name is empty.', nameless('')),
  variant('v1-name-optional-absent', 'Without a name a user is created who has none.', (behaviour) =>
    editUsers((members) => (members.name === null ? without(members, 'name') : members))(
      nameless(null)(behaviour),
    ),
  ),
  variant('v1-role-required', 'A body without a role is refused.', (behaviour) => ({
    ...behaviour,
    readRole(members) {
      if (members.role === undefined) throw invalid('role must be given')
      return behaviour.readRole(members)
    },
  })),
  variant('v1-default-role-viewer', 'Without a role a user becomes a viewer.', (behaviour) => ({
    ...behaviour,
    readRole: (members) => (members.role === undefined ? 'viewer' : behaviour.readRole(members)),
  })),
  softVariant('v1-numbers-as-text', 'A number for a name is taken for its digits.', (behaviour) => ({
    ...behaviour,
    readName: (members) =>
      typeof members.name === 'number' ? String(members.name) : behaviour.readName(members),
  })),
  softVariant('v1-role-anything', 'Every text is a role.', (behaviour) => ({
    ...behaviour,
    readRole: (members) =>
      typeof members.role === 'string' && members.role !== '' ? members.role : behaviour.readRole(members),
  })),
  softVariant('v1-email-anything', 'Every text that is not empty is an e-mail address.', (behaviour) => ({
    ...behaviour,
    readEmail: (members) =>
      typeof members.email === 'string' && members.email !== ''
        ? members.email
        : behaviour.readEmail(members),
  })),
  softVariant(
    'v1-create-422',
    'Whatever is invalid, apart from a missing e-mail address, is refused with 422.',
    editAnswer(
      ({ status }, context) => context.operation === 'create' && status === 400 && !lacksEmail(context.call),
      (answer) => ({ ...answer, status: 422 }),
    ),
  ),
  variant('v1-names-plain', 'A name has at most 40 letters of Latin.', (behaviour) => ({
    ...behaviour,
    readName(members) {
      const name = behaviour.readName(members)
      if (name !== null && !/^[ -~]{1,40}$/.test(name)) throw invalid('name is too long or odd')
      return name
    },
  })),
  softVariant('v1-no-room-after-two', 'A third new user is refused with 422, known or not.', (behaviour) => {
    let made = 0
    return {
      ...behaviour,
      duplicateOf(draft, context) {
        if (made >= 2) throw new Refused(422, 'quota_exceeded', 'There is no room for another user.')
        return behaviour.duplicateOf(draft, context)
      },
      keep(user, context) {
        made++
        behaviour.keep(user, context)
      },
    }
  }),
  softVariant('v1-names-recased', 'Capitals inside a word of a name become small.', (behaviour) => ({
    ...behaviour,
    readName: (members) =>
      behaviour.readName(members)?.replace(/(?<=\p{L})\p{Lu}/gu, (letter) => letter.toLowerCase()) ?? null,
  })),
  variant('v1-addresses-in-lower-case', 'Addresses are kept in lower case.', (behaviour) => ({
    ...behaviour,
    readEmail: (members) => behaviour.readEmail(members).toLowerCase(),
  })),
  variant(
    'v1-content-type-400',
    'A body that is not labelled as JSON is refused with 400.',
    editAnswer(
      ({ status }) => status === 415,
      (answer) => ({ ...answer, status: 400 }),
    ),
  ),
  softVariant(
    'v1-content-type-415-other-word',
    'A 415 has a word of its own.',
    editAnswer(
      ({ status }) => status === 415,
      (answer) => ({ ...answer, body: { error: 'unsupported_media_type', message: 'Send JSON' } }),
    ),
  ),
  softVariant(
    'v1-content-type-optional',
    'A body without any content type is read as JSON.',
    (behaviour) => ({
      ...behaviour,
      acceptContentType(header) {
        if (header !== undefined) behaviour.acceptContentType(header)
      },
    }),
  ),
  softVariant('v1-content-type-text', 'A body labelled text/plain is read as JSON.', (behaviour) => ({
    ...behaviour,
    acceptContentType(header) {
      if (!/^text\/plain\b/i.test(header ?? '')) behaviour.acceptContentType(header)
    },
  })),
  softVariant('v1-names-single-blanks', 'Blanks in a row inside a name become one.', (behaviour) => ({
    ...behaviour,
    readName: (members) => behaviour.readName(members)?.replaceAll(/ +/g, ' ') ?? null,
  })),
  variant('v1-addresses-without-blanks', 'Blanks around an address are cut off.', (behaviour) => ({
    ...behaviour,
    readEmail: ({ email, ...members }) =>
      behaviour.readEmail({ ...members, email: typeof email === 'string' ? email.trim() : email }),
  })),
  variant(
    'v1-email-case-matters',
    'Addresses that differ in letter case only belong to two users.',
    (behaviour) => ({
      ...behaviour,
      // The store's own look-up knows one user per spelling in lower case.
      duplicateOf(draft, context) {
        return context.store.list().find((user) => user.email === draft.email)
      },
    }),
  ),
  variant('v1-extra-members-400', 'A member that is not documented is refused.', (behaviour) => ({
    ...behaviour,
    readMembers(body) {
      const members = behaviour.readMembers(body)
      const extra = Object.keys(members).find((name) => !['email', 'name', 'role'].includes(name))
      if (extra !== undefined) throw invalid('The body has a member that is not known')
      return members
    },
  })),
  variant(
    'v1-conflict-before-validation',
    'That an address is taken is told before anything else about the body.',
    (behaviour) => ({
      ...behaviour,
      answer(answer, context) {
        const { email } = membersOf(context.call)
        const taken = typeof email === 'string' && context.store.byEmail(email)
        if (context.operation !== 'create' || answer.status !== 400 || !taken)
          return behaviour.answer(answer, context)
        const { status, word, message } = conflict()
        return behaviour.answer({ status, body: { error: word, message } }, context)
      },
    }),
  ),
  variant(
    'v1-create-location',
    'The answer to a creation has a Location header.',
    editAnswer(
      ({ status }) => status === 201,
      (answer, { user }) => ({ ...answer, headers: { location: `/api/v1/users/${user?.id}` } }),
    ),
  ),
  variant('v1-create-with-last-login', 'The answer to a creation has `last_login`, null.', (behaviour) => ({
    ...behaviour,
    renderUser: (user, operation, context) =>
      behaviour.renderUser(user, operation === 'create' ? 'get' : operation, context),
  })),
]
