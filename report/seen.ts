/** What of the documents a run has seen, in numbers and words that several writers use. */
import type { SeenAnswer } from '../model/facts.ts'

/** What a documented answer shows, as a table has it. */
export interface SeenRow {
  answer: SeenAnswer
  /** How many of its documented members were seen, of how many; undefined where it has none, or was not seen. */
  members?: { seen: number; of: number; missing: string[] }
}

/** A row for each answer. */
export function seenRows(answers: readonly SeenAnswer[]): SeenRow[] {
  return answers.map((answer) => {
    const counts = Object.entries(answer.members ?? {})
    if (counts.length === 0 || answer.seen === 0) return { answer }
    const missing = counts.filter(([, seen]) => seen === 0).map(([member]) => member)
    return { answer, members: { seen: counts.length - missing.length, of: counts.length, missing } }
  })
}

/** How many of the documented answers were seen, in one sentence. */
export function seenHeadline(answers: readonly SeenAnswer[]): string {
  const documented = answers.filter((answer) => answer.documented)
  const seen = documented.filter((answer) => answer.seen > 0)
  const others = answers.length - documented.length
  const beyond = others === 0 ? '' : `; ${others} more that they do not show`
  return `${seen.length} of ${documented.length} answers that the documents show were seen${beyond}`
}
