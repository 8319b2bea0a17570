/** The honest policies of creation: what a body must look like, and the user it makes. */
import type { V1Behaviour } from './behaviour.ts'
import { newId, timestamp } from './people.ts'
import { invalid, Refused, type V1User } from './types.ts'

/** Lengths in characters; those of the address are the ones of RFC 5321. */
const MAX_EMAIL = 254
const MAX_LOCAL_PART = 64
const MAX_NAME = 200
const ROLES: readonly unknown[] = ['member', 'admin']

type CreatePolicies = Pick<
  V1Behaviour,
  | 'acceptContentType'
  | 'parseBody'
  | 'readMembers'
  | 'readEmail'
  | 'readName'
  | 'readRole'
  | 'duplicateOf'
  | 'onDuplicate'
  | 'buildUser'
  | 'keep'
>

/** The policies that only creation uses. */
export function honestCreate(): CreatePolicies {
  return {
    acceptContentType(header) {
      const type = header?.split(';')[0]?.trim().toLowerCase()
      if (type !== 'application/json') throw invalid('Content-Type must be application/json', 415)
    },
    parseBody,
    readMembers(body) {
      if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        throw invalid('The body must be a JSON object')
      }
      return body as Record<string, unknown>
    },
    readEmail({ email }) {
      if (email === undefined || email === null || email === '') throw invalid('email must be given')
      if (typeof email !== 'string' || !isAddress(email)) throw invalid('email must be an e-mail address')
      return email
    },
    readName({ name }) {
      if (typeof name !== 'string' || name.trim() === '') throw invalid('name must be a text')
      if (name.length > MAX_NAME) throw invalid(`name must not be longer than ${MAX_NAME} characters`)
      return name
    },
    readRole({ role = 'member' }) {
      if (!ROLES.includes(role)) throw invalid(`role must be one of ${ROLES.join(', ')}`)
      return role as string
    },
    duplicateOf: ({ email }, { store }) => store.byEmail(email),
    onDuplicate() {
      throw conflict()
    },
    buildUser: (draft): V1User => ({
      id: newId(),
      email: draft.email,
      name: draft.name,
      role: draft.role,
      status: 'pending',
      created_at: timestamp(Date.now()),
      last_login: null,
    }),
    keep: (user, { store }) => store.add(user),
  }
}

/** The 409 of an e-mail address that is taken. */
export function conflict(): Refused {
  return new Refused(409, 'conflict', 'Somebody already uses this e-mail address')
}

function parseBody(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw invalid('The body must be JSON')
  }
}

function isAddress(text: string): boolean {
  const at = text.indexOf('@')
  return (
    text.length <= MAX_EMAIL &&
    at <= MAX_LOCAL_PART &&
    /^[^\s@\p{Cc}]+@[^\s@.\p{Cc}]+(\.[^\s@.\p{Cc}]+)+$/u.test(text)
  )
}
