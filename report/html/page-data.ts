/** What is handed to the script of the page, as JSON inside the page. */
import type { Exchange } from '../../model/exchange.ts'
import type { RequirementResult } from '../../model/report.ts'

/** Everything that is made only when somebody opens it. */
export interface PageData {
  /** By id. */
  exchanges: Record<string, ShownExchange>
  /** By id. */
  requirements: Record<string, Pick<RequirementResult, 'evidence' | 'deviations'>>
}

/** An exchange with the command that repeats it. */
export interface ShownExchange extends Exchange {
  curl: string
}
