/** Turns a judgement of answers into a Vitest matcher that also records evidence and deviations. */

import type { Deviation } from '../../report/report.ts'
import { cite, deviate } from '../../runner/worker/scope.ts'
import type { Answer } from '../http/answer.ts'

/** A way in which an answer deviates, before it is known which exchange shows it. */
export type Finding = Omit<Deviation, 'exchange'>

/** What a matcher returns to Vitest. */
interface MatcherResult {
  pass: boolean
  message: () => string
}

/** A matcher on an answer: `find` returns what deviates; a `must` among it fails the assertion. */
export function onAnswer<Args extends unknown[]>(
  find: (answer: Answer, ...args: Args) => Finding[],
): (answer: Answer, ...args: Args) => MatcherResult {
  return (answer, ...args) => {
    cite(answer.exchange.id)
    const findings = find(answer, ...args)
    for (const finding of findings) deviate({ ...finding, exchange: answer.exchange.id })
    return {
      pass: !findings.some((finding) => finding.level === 'must'),
      message: () => [describeExchange(answer), ...findings.map(describe)].join('\n  '),
    }
  }
}

export function must(expected: string, actual: string, pointer?: string): Finding {
  return { level: 'must', expected, actual, ...(pointer === undefined ? {} : { pointer }) }
}

export function should(expected: string, actual: string, pointer?: string): Finding {
  return { level: 'should', expected, actual, ...(pointer === undefined ? {} : { pointer }) }
}

/** A value of the target as JSON. Whole: what is judged is shortened only where secrets are taken out of it. */
export function quote(value: unknown): string {
  return value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value))
}

function describeExchange({ exchange, status }: Answer): string {
  return `${exchange.request.method} ${exchange.request.url} by ${exchange.caller} (${exchange.purpose}) was answered ${status}:`
}

function describe({ level, expected, actual, pointer }: Finding): string {
  const where = pointer === undefined ? '' : ` at ${pointer || 'the whole body'}`
  return `${level}: expected ${expected}${where}, got ${actual}`
}
