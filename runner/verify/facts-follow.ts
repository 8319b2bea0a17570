/** Whether profiles and facts of a report follow from its requirements and exchanges. */
import type { Report } from '../../model/report.ts'
import { type Contradiction, differences } from '../../report/verify/contradiction.ts'
import { derived } from '../derived.ts'

export async function contradictionsOfFacts(report: Report): Promise<Contradiction[]> {
  const { profiles, documented, observations } = await derived(report)
  const isWhole = report.exchanges.every(({ response }) => response?.body.truncated !== true)
  return [
    ...told(report, 'profiles', profiles),
    // What was seen may stand in the part of a body that was cut.
    ...(isWhole
      ? [...told(report, 'documented', documented), ...told(report, 'observations', observations)]
      : []),
  ]
}

/** A report of an earlier version may tell nothing of it. */
function told(
  report: Report,
  member: 'profiles' | 'documented' | 'observations',
  expected: unknown,
): Contradiction[] {
  return report[member] === undefined ? [] : differences(expected, report[member], `report.json/${member}`)
}
