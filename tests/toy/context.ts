/** What a check of toys is handed. */
import type { SuiteContext } from '../../language/bind.ts'
import type { Answer } from '../../model/answer.ts'

export interface ToyContext extends SuiteContext {
  seen(...answers: Answer[]): void
  /** The toy that the run makes. */
  made(): Promise<Answer>
  /** The same without a key. */
  madeByNobody(): Promise<Answer>
}
