/** What it means to be refused as documented. */

import { type Answer, succeeded } from '../../model/answer.ts'
import { type Finding, must, quote, should, unreadable } from '../../model/finding.ts'
import { Inconclusive } from '../../model/outcome.ts'
import { idOf } from '../../model/user.ts'
import { readerOf } from './readers.ts'

/** A refusal: the first status and code are the documented ones, `soft` ones are only worth a warning. */
export interface Refusal {
  status: number | number[]
  /** Statuses that deviate softly; `silent`: any of 4xx but 401 and 405, because the documents name none. */
  soft?: number[] | 'silent'
  /** Documented codes; a name ending in `_` stands for a family. Not asked for where absent. */
  code?: string | string[]
  /** Codes that deviate softly; `silent`: any, because the documents name none for it. */
  softCode?: string[] | 'silent'
  /** Whether a body without any code deviates softly, as a router's or a gateway's does. */
  bare?: boolean
}

/**
 * In which ways an answer is not the refusal that is documented.
 * @throws Inconclusive where it is refused for a limit of the target's own, or for the state of the account
 */
export function refused(answer: Answer, refusal: Refusal): Finding[] {
  const statuses = [refusal.status].flat()
  // Whom the target does not know is refused first of all, full or not.
  if (!statuses.includes(401) && readerOf(answer).lacksRoom?.(answer) === true) {
    throw new Inconclusive(
      'the target has no room for another user (422 BUSINESS_008), so what else it refuses was not judged',
    )
  }
  const expected = `status ${statuses.join(' or ')}`
  if (!statuses.includes(answer.status) && !isSoft(answer.status, refusal.soft)) {
    const finding = must(
      refusal.code === undefined ? expected : `${expected} with ${[refusal.code].flat().join(' or ')}`,
      `status ${answer.status}`,
    )
    // A success shows what should not be there; another refusal, or a read that shows nobody, says nothing.
    const isRead = answer.exchange.request.method === 'GET'
    const shows = succeeded(answer) && (!isRead || showsSomebody(answer))
    return [shows ? finding : unreadable(finding)]
  }
  const findings = statuses.includes(answer.status) ? [] : [should(expected, `status ${answer.status}`)]
  if (readerOf(answer).saysSuccess?.(answer)) findings.push(must('success false', 'success true', '/success'))
  return [...findings, ...wrongCode(answer, refusal)]
}

/** Whoever is known, and asks with a method that there is, has to be refused for the request itself. */
const NEVER_SOFT = [401, 405]

function isSoft(status: number, soft: Refusal['soft'] = []): boolean {
  if (soft !== 'silent') return soft.includes(status)
  return status >= 400 && status < 500 && !NEVER_SOFT.includes(status)
}

function showsSomebody(answer: Answer): boolean {
  const reader = readerOf(answer)
  return (reader.users(answer)?.length ?? 0) > 0 || idOf(reader.user(answer)) !== undefined
}

function wrongCode(answer: Answer, { code, softCode, bare = false }: Refusal): Finding[] {
  if (code === undefined) return []
  const wanted = [code].flat()
  const reader = readerOf(answer)
  const got = reader.code(answer)
  if (matches(got, wanted)) return []
  if (got !== undefined && reader.accountCodes?.includes(got)) {
    throw new Inconclusive(
      `the account behind the credential is not in order (${got}), so its role was not judged`,
    )
  }
  const isSoftCode = got === undefined ? bare : softCode === 'silent' || matches(got, softCode ?? [])
  const level = isSoftCode ? should : must
  return [level(`code ${wanted.join(' or ')}`, quote(got), reader.at.code)]
}

function matches(code: string | undefined, wanted: string[]): boolean {
  return code !== undefined && wanted.some((one) => (one.endsWith('_') ? code.startsWith(one) : code === one))
}
