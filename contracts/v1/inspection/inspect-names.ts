/** Names of the run's own users: whoever was given one has it in every answer, whoever was not needs none. */

import type { Shared } from '../../../language/every-answer.ts'
import { type Answer, asObject } from '../../../model/answer.ts'
import { type Finding, must, quote, should } from '../../../model/finding.ts'
import { entriesOf, type V1User } from '../client/user.ts'

/** Whether the user of an address, in lower case, was given a name: kept for a run. */
export function givenNames(shared: Shared): Map<string, boolean> {
  return shared('names', () => new Map())
}

/** A list shows a wrong name this often. */
const MOST_FINDINGS = 5

/**
 * A finding for each own user without a name: a `must` where one was given, else a `should` that takes the
 * place of what the recommended shape says.
 * @param names whether the user of an address, in lower case, was given a name
 */
export function nameFindings(answer: Answer, names: ReadonlyMap<string, boolean>): Finding[] {
  const entries = entriesOf(answer)
  if (entries) {
    return entries
      .flatMap((entry, index) => nameOf(entry, names, `/data/${index}/name`))
      .slice(0, MOST_FINDINGS)
  }
  const user = asObject(answer.json)
  return user ? nameOf(user, names, '/name') : []
}

function nameOf(user: V1User, names: ReadonlyMap<string, boolean>, pointer: string): Finding[] {
  const named = typeof user.email === 'string' ? names.get(user.email.toLowerCase()) : undefined
  if (named === undefined || typeof user.name === 'string') return []
  const actual = user.name === undefined ? 'missing' : quote(user.name)
  return [(named ? must : should)(named ? 'the name that was given' : 'a name or none', actual, pointer)]
}
