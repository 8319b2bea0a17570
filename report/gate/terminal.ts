/** What the terminal says about the gate, below the summary of the run. */

import { printable } from '../../helpers/text/printable.ts'
import { labelled } from '../../helpers/text/wrap.ts'
import type { Report } from '../../model/report.ts'
import { countText } from '../describe.ts'
import type { Paint } from '../terminal/style.ts'

const LABEL = 10

/** Lines, or none where the gate does nothing that the verdict does not say already. */
export function gateLines({ gate, shard, requirements }: Report, paint: Paint, width: number): string[] {
  if (gate === undefined) return []
  const row = (label: string, text: string): string[] => labelled(label, printable(text), LABEL, width)
  const lines: string[] = []
  if (shard !== undefined) lines.push(...row('shard', `${shard.index} of ${shard.count}, to be merged`))
  if (gate.only !== undefined || gate.skip !== undefined) {
    const count = requirements.filter(({ deselected }) => deselected === 'selection').length
    lines.push(
      ...row('selection', `${flags(gate.only, gate.skip)}: ${countText(count, 'requirement')} left out`),
    )
  }
  if (gate.baseline !== undefined) {
    const { file, entries } = gate.baseline
    lines.push(
      ...row('baseline', `${file}: ${gate.known.length} of ${countText(entries, 'known violation')} seen`),
    )
    for (const { id, why } of gate.outdated) lines.push(...row('', `take out ${id}: ${why}`))
  }
  if (lines.length === 0 && gate.failOn === 'failure' && !gate.allowIncomplete) return []
  if (gate.failOn !== 'failure') lines.push(...row('fail on', gate.failOn))
  const word = gate.passed ? paint('passed', 'bold', 'green') : paint('stopped', 'bold', 'red')
  return [...lines, `${'gate'.padEnd(LABEL)}${word}, exit code ${gate.exitCode}${because(gate)}`]
}

function flags(only: readonly string[] = [], skip: readonly string[] = []): string {
  return [...only.map((pattern) => `--only ${pattern}`), ...skip.map((pattern) => `--skip ${pattern}`)].join(
    ' ',
  )
}

function because({ violations, outdated, exitCode, passed }: NonNullable<Report['gate']>): string {
  if (passed) return ''
  if (exitCode === 2) return ': the suite itself broke'
  if (exitCode === 3) return ': not everything that counts was settled'
  const parts = [
    ...(violations.length > 0 ? [`${countText(violations.length, 'violation')}`] : []),
    ...(outdated.length > 0 ? [`${outdated.length} outdated in the baseline`] : []),
  ]
  return `: ${parts.join(', ')}`
}
