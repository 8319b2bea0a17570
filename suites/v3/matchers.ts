/** What only a v3 suite asserts of an answer, beside what all suites assert. */

import { onAnswer } from '../../helpers/suite/matchers/adapter.ts'
import { expect } from '../../helpers/suite/matchers/answers.ts'
import type { Answer } from '../../model/answer.ts'
import { type Finding, must, quote, should } from '../../model/finding.ts'
import { detailFields, userOf } from './client/user.ts'

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

expect.extend({
  toNameFields: onAnswer(namedFields),
  toCarryHeader: onAnswer((answer, name: string, value: string) => {
    const got = answer.headers[name.toLowerCase()]
    return got?.toLowerCase() === value.toLowerCase() ? [] : [must(`header ${name}: ${value}`, quote(got))]
  }),
  toPreferId: onAnswer((answer, id: unknown) => {
    const got = userOf(answer)?.id
    return got === id ? [] : [should(quote(id), quote(got), '/data/id')]
  }),
})

interface V3Matchers<R> {
  /** The refusal's details name these fields. */
  toNameFields(fields: string[]): R
  toCarryHeader(name: string, value: string): R
  /** The answered user had better have this id. */
  toPreferId(id: unknown): R
}

declare module 'vitest' {
  interface Matchers<T> extends V3Matchers<T> {}
}

export { expect }
