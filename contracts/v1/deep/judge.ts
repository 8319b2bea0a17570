/** What an answer of a story must be, given who is there. */

import type { Charged, Watched } from '../../../language/deep/teller.ts'
import { refused } from '../../../language/matchers/refusal.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { must, quote } from '../../../model/finding.ts'
import { byEmail, byId } from '../../../model/user.ts'
import { MAX_LIMIT } from '../client/pages.ts'
import {
  differingMembers,
  entriesOf,
  idOf,
  metaOf,
  STABLE_MEMBERS,
  userOf,
  type V1User,
} from '../client/user.ts'
import { UNAUTHENTICATED } from '../refusals.ts'
import type { Who } from './steps.ts'

/** Somebody whom the story has created, with success. */
export interface Person extends Watched {
  id: string
  email: string
  name: string
  role: string
  /** Whether a removal was answered as done. */
  isGone: boolean
  /** How the creation showed them. */
  created: V1User
}

type Operation = 'list' | 'get' | 'create' | 'delete'

const SLUGS = {
  nobody: 'missing-token-refused',
  null: 'unknown-token-refused',
  basic: 'wrong-scheme-refused',
} as const

/** What must be said to somebody whom the target must not serve. */
export function refusal(answer: Answer, who: Who, operation: Operation): Charged[] {
  if (who === 'manager') return []
  if (who === 'restricted')
    return operation === 'delete' ? charge('v1.delete.forbidden-403', answer, { status: 403 }) : []
  return charge(`v1.${operation}.${SLUGS[who]}`, answer, UNAUTHENTICATED)
}

/** What the creation of somebody new must be. */
export function creation(answer: Answer, asked: { email: string; name: string; role: string }): Charged[] {
  const user = userOf(answer)
  if (answer.status !== 201 || !user)
    return [['v1.create.status-201', must('status 201 and a user', `status ${answer.status}`)]]
  const found: Charged[] = []
  if (String(user.email).toLowerCase() !== asked.email.toLowerCase())
    found.push(['v1.create.email-echoed', must(quote(asked.email), quote(user.email), '/email')])
  if (!isSameName(user.name, asked.name))
    found.push(['v1.create.name-echoed', must(quote(asked.name), quote(user.name), '/name')])
  if (user.role !== asked.role)
    found.push(['v1.create.role-echoed', must(quote(asked.role), quote(user.role), '/role')])
  if (user.status !== 'pending')
    found.push(['v1.create.status-pending', must(quote('pending'), quote(user.status), '/status')])
  return found
}

/** What the read of somebody must be. */
export function read(answer: Answer, person: Person): Charged[] {
  if (person.isGone) return charge('v1.delete.gone-from-get', answer, { status: 404 })
  const user = userOf(answer)
  if (answer.status !== 200 || !user)
    return [['v1.get.status-200', must('status 200', `status ${answer.status}`)]]
  if (idOf(user) !== person.id) return [['v1.get.id-echoed', must(quote(person.id), quote(user.id), '/id')]]
  const [member] = differingMembers(person.created, user, STABLE_MEMBERS)
  if (member === undefined) return []
  const finding = must(quote(person.created[member]), quote(user[member]), `/${member}`)
  return [['v1.get.agrees-with-create', finding]]
}

/** What a page that holds everybody must show of the people of a story; nothing where it does not hold everybody. */
export function wholeList(
  answer: Answer,
  people: readonly Person[],
  nobody: ReadonlyMap<string, string>,
  status: string | undefined,
): Charged[] {
  const entries = entriesOf(answer)
  const { total } = metaOf(answer)
  if (!entries)
    return [['v1.list.status-200', must('a list of users', `status ${answer.status} without one`)]]
  const found: Charged[] = []
  for (const person of people.filter(({ isGone }) => isGone))
    if (byId(entries, person.id).length > 0)
      found.push(['v1.delete.gone-from-list', must('nobody who was deleted', 'somebody', '/data')])
  for (const [email, requirement] of nobody)
    if (byEmail(entries, email).length > 0)
      found.push([requirement, must('nobody', 'a user with that address', '/data')])
  if (total === undefined || total > MAX_LIMIT || entries.length >= MAX_LIMIT) return found
  for (const person of people.filter(({ isGone }) => !isGone)) {
    const [entry] = byId(entries, person.id)
    const missing = status === undefined ? 'v1.list.created-user-listed' : 'v1.list.filter-finds-new-user'
    if (!entry) {
      found.push([missing, must('whoever was created', 'a list without them', '/data')])
      continue
    }
    if (byEmail(entries, person.email).length > 1)
      found.push(['v1.create.duplicate-keeps-one', must('one user with the address', 'several', '/data')])
    const [member] = differingMembers(person.created, entry, STABLE_MEMBERS)
    // A role need not stand in the list.
    if (member !== undefined && !(member === 'role' && entry.role === undefined))
      found.push([
        'v1.list.agrees-with-get',
        must(
          quote(person.created[member]),
          quote(entry[member]),
          `/data/${entries.indexOf(entry)}/${member}`,
        ),
      ])
  }
  return found
}

/** What the removal of somebody by the manager must be. */
export function removal(answer: Answer, person: Person): Charged[] {
  if (person.isGone) return charge('v1.delete.second-404', answer, { status: 404 })
  if (answer.status === 204) return []
  return [['v1.delete.status-204', must('status 204', `status ${answer.status}`)]]
}

/** What the creation of somebody who is there must be. */
export function duplicate(answer: Answer): Charged[] {
  return succeeded(answer)
    ? [['v1.create.duplicate-409', must('status 409', `status ${answer.status}`)]]
    : charge('v1.create.duplicate-409', answer, { status: 409, soft: [400, 422] })
}

/** How a target writes a name is its own business, as long as it is the same name. */
function isSameName(one: unknown, other: unknown): boolean {
  const plain = (name: unknown): string =>
    String(name).normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  return plain(one) === plain(other)
}

function charge(requirement: string, answer: Answer, wanted: Parameters<typeof refused>[1]): Charged[] {
  return refused(answer, wanted).map((finding) => [requirement, finding])
}
