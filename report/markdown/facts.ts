/** What stands beside verdicts, in Markdown: what of the documents was seen, and what the target chose. */
import type { Observation } from '../../model/facts.ts'
import type { Report } from '../../model/report.ts'
import { seenHeadline, seenRows } from '../seen.ts'
import { code, prose } from './escape.ts'

/** What was seen in a line, and what was not by name. */
export function seenPieces({ documented = [] }: Report): string[] {
  if (documented.length === 0) return []
  const rows = seenRows(documented)
  const answers = rows.filter(({ answer }) => answer.documented && answer.seen === 0)
  const named = answers.map(({ answer: { operation, status } }) => `${code(operation)} ${status}`)
  return [
    `- ${seenHeadline(documented)}.`,
    ...(named.length === 0 ? [] : [`- Not seen: ${named.join(', ')}.`]),
    ...rows.flatMap(({ answer, members }) =>
      members === undefined || members.missing.length === 0
        ? []
        : [
            `- Never in ${code(answer.operation)} ${answer.status}: ${members.missing.map((one) => code(one)).join(', ')}.`,
          ],
    ),
  ]
}

/** Folded: nobody reads it in a comment on a pull request, and who wants it finds it. */
export function observationPieces({ observations = [] }: Report): string[] {
  if (observations.length === 0) return []
  const lines = observations.map(observationLine).join('\n')
  return [`<details><summary>What the target does there</summary>\n\n${lines}\n\n</details>`]
}

function observationLine({ operation, situation, answers }: Observation): string {
  const shown = answers.map(({ answer, count }) => `${code(answer)} (${count})`)
  return `- ${code(operation)}, ${prose(situation)}: ${shown.join(', ')}`
}
