/** What is judged in a run, in a form that can be handed to another thread. */

import type { Config } from '../helpers/config/config.ts'
import type { Contract } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Recording, Unrecorded } from '../model/recording.ts'
import type { Damage, Leftover } from '../model/report.ts'
import type { BookPage } from '../reference/book.ts'
import type { Judgement } from './worker/judge.ts'

/** The embedded reference implementation, and what it is told to do differently. */
export interface EmbeddedOptions {
  /** Gives the run only those credentials and ids that its configuration has, for a plan. */
  asConfigured?: boolean
  faults?: string[]
  variant?: string
  /** Whether the reference is asked directly, without a port between. */
  direct?: boolean
  /** Whether the reference keeps a book of what calls do to whom. */
  book?: boolean
  /** Set where it has been started already: how it is to be configured. */
  environment?: Record<string, string>
}

/** One target of a run; users have one, the proof by faults has many. */
export interface Target {
  /** Tells targets of one run apart. */
  name: string
  config: Config
  /** Set when the reference is to be started for this target. */
  embedded?: EmbeddedOptions
  /** Id of the run, also the tag of what it creates unless it has a `mark`. */
  runId: string
  /** Stands in what the run creates in the stead of its id, where nothing may tell it from a client. */
  mark?: string
  contracts: Contract[]
  /** What the run draws from; absent: drawn itself. */
  seed?: string
  /** Ids of the requirements that are judged; absent: all. */
  only?: string[]
  /** The part of a run that is spread over several machines: its ids, and whether it has the `last` checks. */
  part?: { ids: string[]; last: boolean }
  /** Name under which the run tells what it is doing, where somebody watches. */
  activity?: string
  /** Whether every test shows its evidence as annotations, which takes time. */
  annotates?: boolean
  /** Makes stand-ins for people unpredictable; the same for every part of a run. */
  sharingKey?: string
  /** The exchanges of a run that is over and judged again: nothing is sent then. */
  recorded?: Exchange[]
  /** Whether to keep a journal on disk and to hand on the exchanges. */
  keepEvidence: boolean
  /** Whether all is handed over at once, where nobody watches requirements one by one. */
  handsOverAtOnce?: boolean
}

/** What a worker hands over of a requirement; in a Vitest test as `task.meta.conformance`. */
export interface JudgedMeta {
  target: string
  judgement: Judgement
  /** Exchanges that have come since the last judgement that was handed over. */
  exchanges: Exchange[]
}

/** What a worker hands over at the end of a target's run; in a Vitest test as `task.meta.conformanceEnd`. */
export interface EndMeta {
  target: string
  baseUrl: string
  /** New ones, and those that were handed over before somebody was met whom they name. */
  exchanges: Exchange[]
  /** Judgements for which that is so. */
  judgements: Judgement[]
  leftovers: Leftover[]
  /** Tags of other runs that users of the target carry. */
  strays: string[]
  /** What happened to people whom the run did not create. */
  damages: Damage[]
  /** What it takes to judge the run again. */
  recording?: Recording
  /** What the recorded traffic did not hold, where the run was judged again. */
  unrecorded?: Unrecorded
  /** What the embedded reference has entered in its book, where it keeps one. */
  book?: BookPage
  /** Why nothing, or not everything, could be judged. */
  message?: string
}

declare module '@vitest/runner' {
  interface TaskMeta {
    conformance?: JudgedMeta
    conformanceEnd?: EndMeta
    /** The evidence once more, for those who look at the test in Vitest's own page. */
    evidence?: Record<string, unknown>
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    targets: Target[]
  }
}
