/** How an examination says what it found of a variable. */

import type { VariableName } from '../helpers/config/variables.ts'
import type { Answer } from '../model/answer.ts'
import type { Examined } from '../model/examination.ts'
import { Inconclusive, Untested } from '../model/outcome.ts'

/** A finding that a variable is what it is declared to be. */
export function proven(variable: VariableName, says: string): Examined {
  return { variable, state: 'proven', says }
}

/** A finding that nothing shows a variable to be what it is declared to be. */
export function unproven(variable: VariableName, says: string, remedy: string): Examined {
  return { variable, state: 'unproven', says, remedy }
}

/** A finding that a variable is something else than it is declared to be. */
export function contradicted(variable: VariableName, says: string, remedy: string): Examined {
  return { variable, state: 'contradicted', says, remedy }
}

/** A variable that is not set. @param remedy how to get what it holds */
export function missing(variable: VariableName, remedy: string, says = 'is not set'): Examined {
  return { variable, state: 'missing', says, remedy }
}

/** Examines a variable; what cannot be seen leaves it unproven. */
export async function examined(variable: VariableName, look: () => Promise<Examined>): Promise<Examined> {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error
    return unproven(variable, `could not be examined: ${error.message}`, 'Try again when the target answers.')
  }
}

/** What was asked for; undefined where SAFETY forbids to ask. */
export async function unlessForbidden(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Untested) return undefined
    throw error
  }
}

/** The answers in a few words, e.g. `403 on GET /v3/users`. */
export function statusText(...answers: readonly Answer[]): string {
  return answers.map(({ status, exchange }) => `${status} on ${exchange.operation}`).join(', ')
}
