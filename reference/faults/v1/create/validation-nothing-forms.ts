/** Forms of `POST /api/v1/users` in what it takes for nothing: false, zero, empty lists and objects, and JSON in odd places. */
import type { RequirementId } from '../../../../model/requirement-ids.ts'
import type { V1Change } from '../../../v1/behaviour.ts'
import type { Members } from '../../../v1/mutator.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const TYPES = 'v1.create.wrong-types'
const INVALID = 'v1.create.invalid-body'

type Member = 'email' | 'name' | 'role'

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0
const isEmptyObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0

/** Takes a value that is meant for another one. */
const taking = (member: Member, meant: (value: unknown) => boolean, taken: unknown): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    readMembers(body) {
      const members = behaviour.readMembers(body)
      return member in members && meant(members[member]) ? { ...members, [member]: taken } : members
    },
  })
}

const NOTHING: readonly [name: string, member: Member, says: string, (value: unknown) => boolean, unknown][] =
  [
    ['email-false', 'email', 'False for an address', (value) => value === false, 'false@northwind.example'],
    ['email-zero', 'email', 'Zero for an address', (value) => value === 0, 'zero@northwind.example'],
    ['email-empty-list', 'email', 'An empty list for an address', isEmptyList, 'list@northwind.example'],
    ['name-false', 'name', 'False for a name', (value) => value === false, 'Nobody'],
    ['name-empty-list', 'name', 'An empty list for a name', isEmptyList, 'Nobody'],
    ['name-empty-object', 'name', 'An empty object for a name', isEmptyObject, 'Nobody'],
    ['role-false', 'role', 'False for a role', (value) => value === false, 'member'],
    ['role-empty-list', 'role', 'An empty list for a role', isEmptyList, 'member'],
  ]

/** Reads a body that is none in a way of its own. */
const reading = (parse: (text: string) => unknown): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    parseBody: (body) => parse(body.toString()) ?? behaviour.parseBody(body),
  })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const body = (name: string, says: string, change: V1Change, violated: RequirementId = INVALID): V1Form =>
  form.plain(`v1-create-${name}-taken`, violated, says, change)

export const createValidationNothingForms: V1Form[] = [
  ...NOTHING.map(([name, member, says, meant, taken]) =>
    form.plain(`v1-create-${name}-taken`, TYPES, `${says} is taken.`, taking(member, meant, taken)),
  ),
  form.plain(
    'v1-create-email-pair-taken',
    TYPES,
    'Of a list of two addresses the first is taken.',
    (behaviour) => ({
      ...behaviour,
      readMembers(given) {
        const members = behaviour.readMembers(given)
        const { email } = members
        return Array.isArray(email) && email.length > 1 ? { ...members, email: email[0] } : members
      },
    }),
  ),
  form.plain(
    'v1-create-admin-without-email-taken',
    'v1.create.email-required',
    'An admin needs no address.',
    (behaviour) => ({
      ...behaviour,
      readEmail: (members) =>
        members.email === undefined && members.role === 'admin'
          ? 'admin@northwind.example'
          : behaviour.readEmail(members),
    }),
  ),
  body(
    'words-behind-body',
    'What stands behind the JSON of a body is overlooked.',
    reading((text) => parsed(text.slice(0, text.lastIndexOf('}') + 1))),
  ),
  body(
    'json-in-text',
    'A text that holds JSON is read as that JSON.',
    reading((text) => {
      const inner = parsed(text)
      return typeof inner === 'string' ? (parsed(inner) as Members | undefined) : undefined
    }),
  ),
]
