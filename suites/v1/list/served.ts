/** Requests that may be refused or served. */

import { INVALID_QUERY } from '../../../contracts/v1/refusals.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import type { V1Context } from '../language.ts'

/** Judges a refusal on the way. @returns whether the request was served instead */
export function isServed({ expect }: V1Context, answer: Answer): boolean {
  if (succeeded(answer)) return true
  expect(answer).toBeRefused(INVALID_QUERY)
  return false
}
