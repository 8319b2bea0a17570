/** Turns a judgement of answers into a matcher that also records evidence and deviations. */

import { worded } from '../../helpers/secrets/wording.ts'
import type { Answer } from '../../model/answer.ts'
import { type Finding, isMust } from '../../model/finding.ts'
import { Inconclusive } from '../../model/outcome.ts'
import { withEntry } from '../entry.ts'
import { cite, deviate, isElsewhere, witness } from '../scope.ts'
import type { Matcher } from './expectation.ts'

/**
 * A matcher on an answer: `find` returns what deviates; a `must` among it fails the assertion. An answer in which
 * none deviates is a witness.
 * @param sees what the answer shows then, in a few words; undefined where it is of no promised kind and hence no
 *   witness, as a list without an entry is for whatever holds of every entry
 */
export function onAnswer<Args extends unknown[]>(
  find: (answer: Answer, ...args: Args) => Finding[],
  sees: (answer: Answer, ...args: Args) => string | undefined = (answer, ..._args) =>
    `status ${answer.status}`,
): Matcher<Args> {
  return (answer, ...args) => {
    cite(answer.exchange.id)
    const findings = find(answer, ...args)
    if (findings.some(({ unreadable }) => unreadable) && isElsewhere(answer.exchange.operation)) {
      throw unseenThrough(answer)
    }
    for (const { unreadable: _, ...finding } of findings)
      deviate({
        ...withEntry(finding, answer.json),
        exchange: answer.exchange.id,
        sign: {
          caller: answer.exchange.caller,
          method: answer.exchange.request.method,
          status: answer.status,
        },
      })
    const seen = findings.some(isMust) ? undefined : sees(answer, ...args)
    if (seen !== undefined) witness(answer.exchange.id, seen)
    return findings.some(isMust)
      ? [describeExchange(answer), ...findings.map(describe)].join('\n  ')
      : undefined
  }
}

/** A violation is charged to the operation that shows it; whoever looks through that one cannot tell. */
export function unseenThrough({ exchange, status }: Answer): Inconclusive {
  return new Inconclusive(
    `it could not be seen: ${exchange.operation} (${exchange.purpose}) was answered ${status} in a form that shows nobody; that is charged to that operation alone`,
  )
}

function describeExchange({ exchange, status }: Answer): string {
  return `${exchange.request.method} ${exchange.request.url} by ${exchange.caller} (${exchange.purpose}) was answered ${status}:`
}

function describe(finding: Finding): string {
  const { level, expected, actual, pointer } = worded(finding, (text) => text)
  const where = pointer === undefined ? '' : ` at ${pointer || 'the whole body'}`
  return `${level}: expected ${expected}${where}, got ${actual}`
}
