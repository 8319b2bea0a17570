/** Forms of `POST /api/v1/users` in how it refuses a body: each value that is none, taken for one or breaking it. */

import type { RequirementId } from '../../../../model/requirement-ids.ts'
import { everyNth } from '../../../frequency.ts'
import type { V1Change } from '../../../v1/behaviour.ts'
import { bodyOf, membersOf } from '../../../v1/body.ts'
import { crash, crashed, editAnswer, type Members } from '../../../v1/mutator.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const TYPES = 'v1.create.wrong-types'
const INVALID = 'v1.create.invalid-body'

/** A value that has to be refused. */
interface Bad {
  name: string
  says: string
  member: 'email' | 'name' | 'role'
  violates: RequirementId
  meant: (value: unknown) => boolean
  /** What it is taken for. */
  taken: string
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isBoolean = (value: unknown) => typeof value === 'boolean'

const BAD: readonly Bad[] = (['email', 'name', 'role'] as const).flatMap((member) => {
  const word = { email: 'an address', name: 'a name', role: 'a role' }[member]
  const taken = { email: 'somebody@northwind.example', name: 'Somebody', role: 'admin' }[member]
  return [
    {
      name: `${member}-object`,
      says: `An object for ${word}`,
      member,
      violates: TYPES,
      meant: isObject,
      taken,
    },
    {
      name: `${member}-array`,
      says: `A list for ${word}`,
      member,
      violates: TYPES,
      meant: Array.isArray,
      taken,
    },
    { name: `${member}-boolean`, says: `True for ${word}`, member, violates: TYPES, meant: isBoolean, taken },
  ] satisfies Bad[]
})

/** Takes the value for another one. */
const taking = ({ member, meant, taken }: Bad): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    readMembers(body) {
      const members = behaviour.readMembers(body)
      return member in members && meant(members[member]) ? { ...members, [member]: taken } : members
    },
  })
}

/** Breaks down where the value is of that type. */
const breaking = ({ member, meant }: Bad): V1Change =>
  editAnswer('create', 400, (answer, { call }) => {
    const members: Members = membersOf(call)
    return member in members && meant(members[member]) ? crash(answer) : answer
  })

export const createValidationForms: V1Form[] = [
  ...BAD.map((bad) =>
    form.plain(`v1-create-${bad.name}-taken`, bad.violates, `${bad.says} is taken.`, taking(bad)),
  ),
  ...BAD.map((bad) =>
    form.plain(
      `v1-create-${bad.name}-crash`,
      [bad.violates, 'v1.create.no-server-error'],
      `${bad.says} leads to 500.`,
      breaking(bad),
    ),
  ),
  form.plain(
    'v1-create-text-body-crash',
    [INVALID, 'v1.create.no-server-error'],
    'A text for a body leads to 500.',
    editAnswer('create', 400, (answer, { call }) =>
      typeof bodyOf(call) === 'string' ? crash(answer) : answer,
    ),
  ),
  form.plain(
    'v1-create-empty-object-crash',
    ['v1.create.email-required', 'v1.create.no-server-error'],
    'An empty object leads to 500.',
    editAnswer('create', 400, (answer, { call }) => {
      const body = bodyOf(call)
      return isObject(body) && Object.keys(body as Members).length === 0 ? crash(answer) : answer
    }),
  ),
  form.plain(
    'v1-create-nul-in-address-crash',
    ['v1.create.email-syntax', 'v1.create.no-server-error'],
    'An address with a NUL in it leads to 500.',
    (behaviour) => ({
      ...behaviour,
      readEmail(members) {
        if (String(members.email).includes('\0')) throw crashed()
        return behaviour.readEmail(members)
      },
    }),
  ),
  form.rare(
    'v1-create-every-third-null-taken',
    'v1.create.email-null',
    'Every third null for an address creates somebody.',
    (behaviour) => {
      const third = everyNth(3)
      return {
        ...behaviour,
        readEmail: (members) =>
          members.email === null && third() ? 'nobody@northwind.example' : behaviour.readEmail(members),
      }
    },
  ),
]
