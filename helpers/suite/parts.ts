/** What the steps of every contract are built from. */
import type { Client } from '../http/client.ts'
import type { Guard } from '../safety/guard.ts'
import type { Ledger } from '../safety/ledger.ts'
import type { Inspections } from './inspections.ts'
import type { Once } from './memo.ts'

export interface RunParts {
  client: Client
  guard: Guard
  ledger: Ledger
  once: Once
  inspections: Inspections
  /** Takes secrets out of what is quoted from the target. */
  mask: (text: string) => string
}
