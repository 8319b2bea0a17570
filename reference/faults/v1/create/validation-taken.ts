/** Faults of `POST /api/v1/users` where it takes a bad body. */
import { isObject } from '../../../v1/body.ts'
import type { Members } from '../../../v1/mutator.ts'
import { newId } from '../../../v1/people.ts'
import type { V1Fault } from '../../types.ts'
import { INVALID, MISSING, TYPES } from '../create.ts'
import { fault } from '../fault.ts'

const CONTENT_TYPE = 'v1.create.content-type-refused'

/** Takes an e-mail address that `takes` likes; makes one up where it is no text. */
function takeEmail(takes: (email: unknown) => boolean): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    readEmail(members) {
      if (!takes(members.email)) return behaviour.readEmail(members)
      return typeof members.email === 'string' && members.email ? members.email : madeUp()
    },
  })
}

/** Takes bodies that `takes` likes: an array for its first element, anything else for somebody made up. */
function takeBody(takes: (body: unknown) => boolean): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    readMembers: (body) =>
      takes(body) ? { email: madeUp(), name: 'Nobody', ...first(body) } : behaviour.readMembers(body),
  })
}

/** Takes content types that an honest reader refuses. */
function takeContentType(takes: (header: string | undefined) => boolean): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    acceptContentType(header) {
      if (!takes(header)) behaviour.acceptContentType(header)
    },
  })
}

const madeUp = () => `${newId()}@northwind.example`

const first = (body: unknown): Members => (Array.isArray(body) ? (body[0] as Members) : {})

const isPlain = (header: string | undefined) => /^text\/plain/i.test(header ?? '')

export const createValidationTakenFaults: V1Fault[] = [
  fault(
    'v1-create-email-missing-taken',
    MISSING,
    'A body without an e-mail address creates a user.',
    takeEmail((email) => email === undefined),
  ),
  fault(
    'v1-create-email-null-taken',
    'v1.create.email-null',
    'Null for an e-mail address creates a user.',
    takeEmail((email) => email === null),
  ),
  fault(
    'v1-create-email-empty-taken',
    'v1.create.email-empty',
    'An empty e-mail address creates a user.',
    takeEmail((email) => email === ''),
  ),
  fault(
    'v1-create-email-number-taken',
    TYPES,
    'An e-mail address that is no text creates a user.',
    takeEmail((email) => email !== undefined && email !== null && typeof email !== 'string'),
  ),
  fault(
    'v1-create-name-mistyped-taken',
    TYPES,
    'A name that is no text creates a user called Somebody.',
    (behaviour) => ({
      ...behaviour,
      readName: (members) =>
        typeof members.name === 'string' || members.name == null ? behaviour.readName(members) : 'Somebody',
    }),
  ),
  fault(
    'v1-create-name-number-kept',
    [TYPES, 'v1.create.shape', 'v1.list.shape'],
    'A number for a name is kept, and shown, as a number.',
    (behaviour) => ({
      ...behaviour,
      readName: (members) =>
        typeof members.name === 'number' ? String(members.name) : behaviour.readName(members),
      renderUser(user, operation, context) {
        const members = behaviour.renderUser(user, operation, context)
        return /^\d+$/.test(String(members.name)) ? { ...members, name: Number(members.name) } : members
      },
    }),
  ),
  fault('v1-create-role-mistyped-taken', TYPES, 'A role that is no text creates a member.', (behaviour) => ({
    ...behaviour,
    readRole: (members) =>
      typeof members.role === 'string' || members.role == null ? behaviour.readRole(members) : 'member',
  })),
  fault(
    'v1-create-array-taken',
    INVALID,
    'An array creates a user from its first element.',
    takeBody(Array.isArray),
  ),
  fault(
    'v1-create-scalar-taken',
    INVALID,
    'A text, a number or null for a body creates somebody with a made-up address.',
    takeBody((body) => !isObject(body) && !Array.isArray(body)),
  ),
  fault('v1-create-broken-json-taken', INVALID, 'A body that is no JSON creates somebody.', (behaviour) => ({
    ...behaviour,
    parseBody(body) {
      try {
        return behaviour.parseBody(body)
      } catch (refused) {
        if (body.length === 0) throw refused
        return { email: madeUp(), name: 'Nobody' }
      }
    },
  })),
  fault('v1-create-no-body-taken', INVALID, 'A call without a body creates somebody.', (behaviour) => ({
    ...behaviour,
    acceptContentType(header) {
      if (header !== undefined) behaviour.acceptContentType(header)
    },
    parseBody: (body) =>
      body.length === 0 ? { email: madeUp(), name: 'Nobody' } : behaviour.parseBody(body),
  })),
  fault(
    'v1-create-text-plain-taken',
    CONTENT_TYPE,
    'A body labelled text/plain creates a user.',
    takeContentType(isPlain),
  ),
  fault(
    'v1-create-any-type-taken',
    CONTENT_TYPE,
    'The content type is not looked at, as long as there is one.',
    takeContentType((header) => header !== undefined),
  ),
]
