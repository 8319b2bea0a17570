/** What the threads of a run say to each other. */
import type { EndMeta, JudgedMeta, Target } from '../target.ts'

/** What a worker is asked, once. */
export interface ToWorker {
  /** What it is to judge, a few at a time. */
  targets: Target[]
}

/** What it answers; `done` is the last of it. */
export type FromWorker =
  | { kind: 'judged'; judged: JudgedMeta[] }
  | { kind: 'ended'; end: EndMeta }
  | { kind: 'broke'; message: string }
  | { kind: 'done' }
