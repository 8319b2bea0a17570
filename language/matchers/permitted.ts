/** Keeps what the documents forbid out of what is said to be expected. */

import { validateShape } from '../../helpers/schema/validate.ts'
import { type Answer, asObject } from '../../model/answer.ts'
import type { Finding } from '../../model/finding.ts'
import { readerOf } from './readers.ts'

/** Stands for a value that another answer shows and none may show. */
const FORBIDDEN = 'what another answer shows there, though no document allows that value'

/**
 * The finding as it may be told. What one answer shows is held against another one, which may be the one that is wrong:
 * its value is no expectation then.
 */
export function permitted(finding: Finding, answer: Answer): Finding {
  const { expected, pointer } = finding
  const schema = readerOf(answer).documented?.(answer, { known: true })?.schema
  if (schema === undefined || pointer === undefined || isWording(expected)) return finding
  const value = typeof expected === 'string' ? undefined : expected.quoted
  const isForbidden = validateShape(schema, withValue(answer.json, pointer.split('/').slice(1), value)).some(
    (one) => one.level === 'must' && (one.pointer === pointer || one.pointer.startsWith(`${pointer}/`)),
  )
  return isForbidden ? { ...finding, expected: FORBIDDEN } : finding
}

/** Whether an expectation is in words of our own; "nothing" stands for a member that is not there. */
function isWording(expected: Finding['expected']): boolean {
  return typeof expected === 'string' && expected !== 'nothing'
}

/** A body in which the member at the end of a path has another value, or is not there. */
function withValue(body: unknown, [name = '', ...rest]: string[], value: unknown): unknown {
  const { [name]: inner, ...others } = asObject(body) ?? {}
  if (rest.length > 0) return { ...others, [name]: withValue(inner, rest, value) }
  return value === undefined ? others : { ...others, [name]: value }
}
