/** What only a v3 suite asserts of an answer, beside what all suites assert. */

import { onAnswer } from '../../language/matchers/adapter.ts'
import { ANSWER_MATCHERS } from '../../language/matchers/answers.ts'
import { expecting } from '../../language/matchers/expectation.ts'
import type { Answer } from '../../model/answer.ts'
import { type Finding, must, quote, should, unreadable } from '../../model/finding.ts'
import { changedMembers, idOf, type User } from '../../model/user.ts'
import { byIdMap, detailFields, masked, STABLE_MEMBERS, userOf, usersOf, type V3User } from './client/user.ts'
import type { Slip } from './steps/always.ts'

type ById = Map<string, User>

function namedFields(answer: Answer, fields: string[]): Finding[] {
  const named = detailFields(answer)
  const missing = fields.filter((field) => !named.includes(field))
  return missing.length === 0
    ? []
    : [
        must(
          `details that name ${fields.join(', ')}`,
          named.length ? `only ${named.join(', ')}` : 'none of them',
          '/error/details',
        ),
      ]
}

/** So many people of a list are compared with another one. */
const MOST_COMPARED = 5_000

/**
 * Whom two lists show alike, a third one that was read between them has to show, too.
 * What is masked is a wish, what is another value or nobody is not.
 */
function sameView(answer: Answer, before: Answer, after: Answer): Finding[] {
  const shown = usersOf(answer)
  const [earlier, later] = [usersOf(before), usersOf(after)]
  if (!earlier || !later) return []
  if (!shown) return [unreadable(must('a list of users', `status ${answer.status} without a list`))]
  const [known, then, now] = [earlier, later, shown].map(byIdMap) as [ById, ById, ById]
  const findings: Finding[] = []
  for (const [id, user] of [...known].slice(0, MOST_COMPARED)) {
    const still = then.get(id)
    if (!still || changedMembers(user, still, STABLE_MEMBERS).length > 0) continue
    const entry = now.get(id)
    if (!entry) {
      findings.push(must('everybody whom an admin is shown', 'a list without one of them', '/data/users'))
      break
    }
    const [other] = changedMembers(user, entry, STABLE_MEMBERS)
    if (other === undefined) continue
    const pointer = `/data/users/${shown.indexOf(entry)}/${other}`
    const level = masked(entry[other]) ? should : must
    findings.push(level('what an admin is shown', quote(entry[other]), pointer))
    break
  }
  return findings
}

/** What an admin is shown of a user; what is masked is a wish, what is another value is not. */
function sameUser(answer: Answer, known: V3User): Finding[] {
  const user = userOf(answer)
  const [other] = user === undefined ? [] : changedMembers(known, user, STABLE_MEMBERS)
  if (user === undefined || other === undefined) return []
  const level = masked(user[other]) ? should : must
  return [level('what an admin is shown', quote(user[other]), `/data/${other}`)]
}

/** Nobody of the organization whom the profile's own list lacks. */
function ofTheProfile(answer: Answer, profile: Answer, organization: Answer): Finding[] {
  const shown = usersOf(answer)
  const [members, others] = [usersOf(profile), usersOf(organization)]
  if (!members || !others) return []
  if (!shown) return [unreadable(must('a list of users', `status ${answer.status} without a list`))]
  const [own, all] = [byIdMap(members), byIdMap(others)]
  const index = shown.findIndex((user) => {
    const id = idOf(user)
    return id !== undefined && all.has(id) && !own.has(id)
  })
  return index < 0
    ? []
    : [must('the users of the profile', 'somebody of the organization', `/data/users/${index}`)]
}

/** Asserts an answer of v3. */
export const expect = expecting({
  ...ANSWER_MATCHERS,
  /** No look of the run slips: what is to be seen once is to be seen every time. */
  toBeAlways: onAnswer((_answer, expected: string, { seen, slips, of }: Slip) => [
    must(`${expected}, every time`, `${seen} (${slips} of ${of} looks)`),
  ]),
  /** The list shows whom an admin's lists before and after it show. */
  toShowWhatAdminsSee: onAnswer(sameView),
  /** The answer shows of a user what an admin is shown. */
  toShowTheUserAdminsSee: onAnswer(sameUser),
  /** The list shows nobody whom the organization has and the profile does not. */
  toShowOnlyTheProfile: onAnswer(ofTheProfile),
  /** The refusal's details name these fields. */
  toNameFields: onAnswer(namedFields),
  toCarryHeader: onAnswer((answer, name: string, value: string) => {
    const got = answer.headers[name.toLowerCase()]
    return got?.toLowerCase() === value.toLowerCase() ? [] : [must(`header ${name}: ${value}`, quote(got))]
  }),
  /** The answered user had better have this id. */
  toPreferId: onAnswer((answer, id: unknown) => {
    const got = userOf(answer)?.id
    return got === id ? [] : [should(quote(id), quote(got), '/data/id')]
  }),
})
