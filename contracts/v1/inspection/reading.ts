/** What the documents say of v1 answers: which shape each has, and where users stand in it. */

import type { AnswerReading, Documented, Shared } from '../../../language/every-answer.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import type { Asked } from '../../../model/asked.ts'
import { type Finding, isMust } from '../../../model/finding.ts'
import { entriesOf, errorWord, userOf } from '../client/user.ts'
import { withoutRanges } from './inspect-list.ts'
import { givenNames, nameFindings } from './inspect-names.ts'

/** Documented bodies, by operation and status. */
const BODIES: Record<string, string> = {
  'GET /api/v1/users 200': 'v1/list-users.200',
  'GET /api/v1/users/{id} 200': 'v1/get-user.200',
  'GET /api/v1/users/{id} 404': 'v1/get-user.404',
  'POST /api/v1/users 201': 'v1/create-user.201',
  'POST /api/v1/users 400': 'v1/create-user.400',
  'POST /api/v1/users 409': 'v1/create-user.409',
  'DELETE /api/v1/users/{id} 403': 'v1/delete-user.403',
  'DELETE /api/v1/users/{id} 404': 'v1/delete-user.404',
}

/** How v1 answers are read. */
export const V1_READING: AnswerReading = {
  users: entriesOf,
  user: userOf,
  code: errorWord,
  at: { users: '/data', user: '', code: '/error' },
  documented,
  adjust,
}

function documented(answer: Answer, { known, silent }: Asked): Documented | undefined {
  if (silent && answer.status >= 400) return { schema: 'v1/undocumented-error', open: true, borrowed: true }
  const schema = BODIES[`${answer.exchange.operation} ${answer.status}`]
  const isShown = answer.status !== 400 || isReadable(answer)
  if (known && schema !== undefined && isShown) return { schema }
  if (succeeded(answer) || (known && answer.status < 400)) return undefined
  return { schema: known ? 'v1/undocumented-error' : 'v1/unauthorized', open: true, borrowed: true }
}

/** Whether a request has a JSON body to be refused for: what a router or gateway says to others is nobody's promise. */
function isReadable({ exchange: { operation, request } }: Answer): boolean {
  if (operation !== 'POST /api/v1/users') return true
  const label = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  if (!/^application\/json\b/i.test(label ?? '')) return false
  try {
    return JSON.parse(request.body ?? '') !== undefined
  } catch {
    return false
  }
}

/** The run knows which of its users were given a name, and judges ranges by what was asked for. */
function adjust(answer: Answer, deviations: Finding[], shared: Shared): Finding[] {
  const kept = withoutRanges(answer, deviations)
  if (!succeeded(answer)) return kept
  const names = nameFindings(answer, givenNames(shared))
  const settled = new Set(names.map(({ pointer }) => pointer))
  return [...kept.filter((one) => isMust(one) || !settled.has(one.pointer)), ...names.filter(isMust)]
}
