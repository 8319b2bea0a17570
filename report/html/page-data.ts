/** What is handed to the script of the page, as JSON inside the page. */
import type { Exchange } from '../../model/exchange.ts'
import type { RequirementResult } from '../../model/report.ts'

/** Everything that is made only when somebody opens it. */
export interface PageData {
  /** By id. */
  exchanges: Record<string, ShownExchange>
  /** By id. */
  requirements: Record<string, ShownEvidence>
}

/** The evidence of a requirement. */
export interface ShownEvidence extends Pick<RequirementResult, 'evidence' | 'deviations'> {
  /** What exchanges have to do with a violation, by id, in the order in which they tell it. */
  telling?: Record<string, 'after' | 'beside' | 'seen in'>
}

/** An exchange with the command that repeats it. */
export interface ShownExchange extends Exchange {
  curl: string
}
