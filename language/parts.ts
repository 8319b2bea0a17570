/** What the steps of every contract are built from. */
import type { Client } from '../helpers/http/client.ts'
import type { Guard } from '../helpers/safety/guard.ts'
import type { Ledger } from '../helpers/safety/ledger.ts'
import type { AnswerInspector } from './every-answer.ts'
import type { Inspections } from './inspections.ts'
import type { Memo } from './memo.ts'

/** What a run gives every contract. */
export interface RunParts {
  client: Client
  guard: Guard
  ledger: Ledger
  once: Memo
  inspections: Inspections
}

/** What the steps of one contract are built from. */
export interface StepParts extends RunParts {
  /** Looks at every answer. */
  inspector: AnswerInspector
}
