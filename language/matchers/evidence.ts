/** Statements about evidence that are no assertions: they keep a check from passing for the wrong cause. */

import { type Answer, succeeded } from '../../model/answer.ts'
import { Inconclusive } from '../../model/outcome.ts'
import type { Inspections } from '../inspections.ts'
import { cite, deviate, witness } from '../scope.ts'

/**
 * A refusal is for the right cause only when the same request by a caller who may, or with its flaw
 * repaired, succeeds. To be called after the refusal was asserted.
 * @throws Inconclusive when that twin did not succeed
 */
export function provenBy(twin: Answer): void {
  cite(twin.exchange.id)
  if (!succeeded(twin)) {
    throw new Inconclusive(
      `the refusal proves nothing: the same request without its flaw (${twin.exchange.purpose}, by ${twin.exchange.caller}) was answered ${twin.status} too`,
    )
  }
  witness(twin.exchange.id, `the same request without its flaw was answered ${twin.status}`)
}

/** Names answers as witnesses without asserting anything about them. */
export function seenIn(...answers: Answer[]): void {
  for (const { exchange, status } of answers) witness(exchange.id, `status ${status}`)
}

/** How many exchanges are named as witnesses of a facet that holds everywhere. */
const SAMPLE = 5

/**
 * Judges one facet of all answers of an operation.
 * @throws Inconclusive when no answer showed the facet
 */
export function allAnswers(inspections: Inspections, operation: string, facet: string): void {
  const { exchanges, deviations } = inspections.of(operation, facet)
  if (exchanges.length === 0) throw new Inconclusive('no answer of this kind was seen')
  for (const deviation of deviations) deviate(deviation)
  if (deviations.length > 0) return
  for (const id of exchanges.slice(0, SAMPLE)) witness(id, `one of ${exchanges.length} answers, all alike`)
}
