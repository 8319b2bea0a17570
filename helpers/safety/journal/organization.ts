/**
 * By whom a clean-up knows the organization of a run again: what is not shown to the credentials of another one is not
 * gone. A journal names nobody who is not the run's, so that it holds digests that are of use for this alone.
 */
import { createHash } from 'node:crypto'

/** So many are enough: some of them may have left meanwhile. */
const MOST = 16

/** Marks of people who were there before the run, of both ends of what was shown. */
export function marksOf(runId: string, ids: readonly string[]): string[] {
  const both = ids.length <= MOST ? ids : [...ids.slice(0, MOST / 2), ...ids.slice(-MOST / 2)]
  return both.map((id) => markOf(runId, id))
}

/** Whether one of these people is among those whom the marks stand for. */
export function showsSomebodyOf(marks: readonly string[], runId: string, ids: Iterable<string>): boolean {
  const known = new Set(marks)
  for (const id of ids) if (known.has(markOf(runId, id))) return true
  return false
}

function markOf(runId: string, id: string): string {
  return createHash('sha256').update(`${runId} ${id}`).digest('hex').slice(0, 16)
}
