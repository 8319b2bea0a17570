/** What an answer of a story must be, given who is there. */
import type { Charged } from '../../../language/deep/teller.ts'
import { refused } from '../../../language/matchers/refusal.ts'
import type { Answer } from '../../../model/answer.ts'
import { succeeded } from '../../../model/answer.ts'
import { type Finding, must, quote } from '../../../model/finding.ts'
import {
  byEmail,
  byId,
  changedMembers,
  idOf,
  STABLE_MEMBERS,
  userOf,
  usersOf,
  type V3User,
} from '../client/user.ts'
import {
  FORBIDDEN,
  FORBIDDEN_BODILESS,
  INVALID,
  NO_SUCH_USER,
  UNAUTHENTICATED,
  WANTS_BODY,
} from '../refusals.ts'
import type { People, Person } from './people.ts'
import type { BODIES, Who } from './steps.ts'

/** Requirements by what is refused to whom. */
const REFUSED: Record<'list' | 'get' | 'invite' | 'remove', Partial<Record<Who, string>>> = {
  list: {
    restricted: 'v3.list.no-access-refused',
    nobody: 'v3.list.requires-key',
    stranger: 'v3.list.unknown-key-refused',
  },
  get: {
    restricted: 'v3.get.no-access-refused',
    nobody: 'v3.get.requires-key',
    stranger: 'v3.get.unknown-key-refused',
  },
  invite: {
    developer: 'v3.invite.requires-admin',
    restricted: 'v3.invite.requires-admin',
    billing: 'v3.invite.requires-admin',
    nobody: 'v3.invite.requires-key',
    stranger: 'v3.invite.requires-key',
  },
  remove: {
    developer: 'v3.remove.developer-refused',
    restricted: 'v3.remove.no-access-refused',
    billing: 'v3.remove.developer-refused',
    nobody: 'v3.remove.requires-key',
    stranger: 'v3.remove.unknown-key-refused',
  },
}

/** Whether a caller may ask for this at all, in the organization. */
export function may(who: Who, operation: keyof typeof REFUSED): boolean {
  return REFUSED[operation][who] === undefined
}

/** Whether somebody who is no admin shows a key that the target knows. */
export function hasKey(who: Who): boolean {
  return who === 'developer' || who === 'restricted' || who === 'billing'
}

/** What must be said to somebody who may not; in a profile a role is open, so that any refusal will do there. */
export function refusal(
  answer: Answer,
  who: Who,
  operation: keyof typeof REFUSED,
  { inProfile = false, bodiless = false } = {},
): Charged[] {
  const requirement = REFUSED[operation][who]
  if (requirement === undefined) return []
  const asKnown = inProfile
    ? { status: [403, 404], soft: 'silent' as const }
    : bodiless
      ? FORBIDDEN_BODILESS
      : FORBIDDEN
  return charged(requirement, refused(answer, hasKey(who) ? asKnown : UNAUTHENTICATED))
}

/** What the invitation of somebody new must be. */
export function invitation(answer: Answer, asked: { email: string; name: string; role: string }): Charged[] {
  const user = userOf(answer)
  if (!user)
    return charged('v3.invite.success-status', [must('a user', `status ${answer.status} without a user`)])
  const found: Charged[] = []
  if (String(user.email).toLowerCase() !== asked.email.toLowerCase())
    found.push(['v3.invite.echo', must(quote(asked.email), quote(user.email), '/data/email')])
  if (!isSameName(user.name, asked.name))
    found.push(['v3.invite.echo', must(quote(asked.name), quote(user.name), '/data/name')])
  if (user.role !== asked.role)
    found.push(['v3.invite.echo', must(quote(asked.role), quote(user.role), '/data/role')])
  if (user.status !== 'invited')
    found.push(['v3.invite.status-invited', must(quote('invited'), quote(user.status), '/data/status')])
  return found
}

/** What a refusal of a wrong member must be. */
export function invalid(answer: Answer, field: 'email' | 'name' | 'role', value: unknown): Charged[] {
  const requirement = {
    email: value === undefined ? 'v3.invite.email-missing-refused' : 'v3.invite.email-malformed-refused',
    name: 'v3.invite.name-missing-refused',
    role: value === 'owner' ? 'v3.invite.role-owner-refused' : 'v3.invite.role-unknown-refused',
  }[field]
  return charged(requirement, refused(answer, INVALID))
}

/** What the read of somebody must be, by who may read. */
export function read(answer: Answer, person: Person, who: Who): Charged[] {
  if (person.isGone) {
    const isShown = idOf(userOf(answer)) !== undefined
    if (who === 'admin') return charged('v3.get.removed-not-found', refused(answer, NO_SUCH_USER))
    return isShown ? [['v3.get.removed-not-found', must('nobody', 'the user')]] : []
  }
  const requirement = who === 'admin' ? 'v3.get.success-status' : 'v3.get.developer-allowed'
  const user = userOf(answer)
  if (answer.status !== 200 || !user) return [[requirement, must('status 200', `status ${answer.status}`)]]
  if (user.id !== person.id) return [['v3.get.same-id', must(quote(person.id), quote(user.id), '/data/id')]]
  return who === 'admin' ? changed(user, person, 'v3.get.stable-read', '/data') : []
}

/** What a list must show of the people of a story. */
export function list(answer: Answer, people: People, profileId: string | undefined, who: Who): Charged[] {
  const users = usersOf(answer)
  const success = who === 'admin' ? 'v3.list.success-status' : 'v3.list.developer-allowed'
  if (!users) return [[success, must('a list of users', `status ${answer.status} without a list`)]]
  const found: Charged[] = []
  for (const person of people.there(profileId)) {
    const [entry, second] = byId(users, person.id)
    if (!entry) {
      const missing = who === 'admin' ? 'v3.list.shows-invited' : 'v3.list.developer-allowed'
      found.push([missing, must('whoever was invited', 'a list without them', '/data/users')])
      continue
    }
    if (second || byEmail(users, person.email).length > 1)
      found.push(['v3.invite.duplicate-one-entry', must('one entry', 'several', '/data/users')])
    if (who === 'admin')
      found.push(...changed(entry, person, 'v3.list.stable-read', `/data/users/${users.indexOf(entry)}`))
  }
  for (const person of people.gone(profileId))
    if (byId(users, person.id).length > 0)
      found.push(['v3.list.removed-absent', must('nobody who was removed', 'somebody', '/data/users')])
  for (const [email, requirement] of people.nobody)
    if (byEmail(users, email).length > 0)
      found.push([requirement, must('nobody', 'a user with that address', '/data/users')])
  return found
}

/** What the removal of somebody by an admin must be. */
export function removal(answer: Answer, person: Person, body: (typeof BODIES)[number]): Charged[] {
  if (body === 'none' && WANTS_BODY.includes(answer.status)) return []
  // Whether members that no page names are taken is the target's own business.
  if (body === 'unknown member' && [400, 422].includes(answer.status)) return []
  if (person.isGone) {
    // A removal that is repeated may be answered as the first one was.
    return succeeded(answer) ? [] : charged('v3.remove.second-removal', refused(answer, NO_SUCH_USER))
  }
  if (answer.status === 204 || answer.status === 200) return []
  return [['v3.remove.success-status', must('status 204', `status ${answer.status}`)]]
}

function changed(
  user: V3User,
  { shown, role, name }: Person,
  requirement: string,
  pointer: string,
): Charged[] {
  if (user.role !== role) return [[requirement, must(quote(role), quote(user.role), `${pointer}/role`)]]
  if (user.status !== 'invited')
    return [[requirement, must(quote('invited'), quote(user.status), `${pointer}/status`)]]
  if (!isSameName(user.name, name))
    return [[requirement, must(quote(name), quote(user.name), `${pointer}/name`)]]
  const [member] = shown === undefined ? [] : changedMembers(shown, user, STABLE_MEMBERS)
  if (member === undefined) return []
  return [[requirement, must(quote(shown?.[member]), quote(user[member]), `${pointer}/${member}`)]]
}

/** How a target writes a name is its own business, as long as it is the same name. */
function isSameName(one: unknown, other: unknown): boolean {
  const plain = (name: unknown): string =>
    String(name).normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  return plain(one) === plain(other)
}

function charged(requirement: string, findings: Finding[]): Charged[] {
  return findings.map((finding) => [requirement, finding])
}
