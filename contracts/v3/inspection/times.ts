/** The times of a user stand in order: nobody is updated before being created. */
import { FaultlessLists } from '../../../helpers/lists/list-changes.ts'
import type { Look } from '../../../language/every-answer.ts'
import { succeeded } from '../../../model/answer.ts'
import { type Finding, should } from '../../../model/finding.ts'
import { userOf, usersOf, type V3User } from '../client/user.ts'

/** So many entries of one list are named. */
const MOST_FINDINGS = 10

/** So many users are looked at in one step. */
const STEP = 500

/** Looks at the users of answers; remembers lists in which all times are in order. */
export function timesInOrder(): Look {
  const ordered = new FaultlessLists()
  return function* (answer) {
    if (!succeeded(answer)) return undefined
    const list = usersOf(answer)
    if (list === undefined) {
      const single = userOf(answer)
      return single && orderOf(single, '/data')
    }
    const findings: Finding[] = []
    for (const index of ordered.toLookAt(list)) {
      findings.push(...orderOf(list[index] ?? {}, `/data/users/${index}`))
      if (findings.length >= MOST_FINDINGS) break
      if (index % STEP === 0) yield
    }
    if (findings.length === 0) ordered.add(list)
    return findings
  }
}

function orderOf(user: V3User, pointer: string): Finding[] {
  if (sortsBefore(user.created_at, user.updated_at)) return []
  const created = Date.parse(String(user.created_at))
  const updated = Date.parse(String(user.updated_at))
  return updated < created - 1000
    ? [should('updated_at not before created_at', 'an earlier time', `${pointer}/updated_at`)]
    : []
}

/** Whether two times are written alike and stand in order as texts: to read those of 100,000 users takes longer. */
function sortsBefore(created: unknown, updated: unknown): boolean {
  if (typeof created !== 'string' || typeof updated !== 'string') return false
  const areAlike =
    created.length === updated.length &&
    created.slice(-6) === updated.slice(-6) &&
    created.charAt(4) === '-' &&
    updated.charAt(4) === '-'
  return areAlike && created <= updated
}
