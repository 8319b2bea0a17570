/** Whether the traffic file tells the same as the report. */
import type { Report } from '../../model/report.ts'
import { harReport } from '../har.ts'
import { type Contradiction, differences } from './contradiction.ts'

interface Har {
  log?: { entries?: unknown[] }
}

/** What both say of an exchange: the rest is for tools, and may differ between versions of the suite. */
const SAID = ['startedDateTime', 'time', 'request', 'response', '_exchange', '_attempt', '_error'] as const

/** @param har parsed `traffic.har` */
export function contradictionsOfHar(report: Report, har: unknown): Contradiction[] {
  const expected = JSON.parse(harReport(report)) as Har
  const actual = (har ?? {}) as Har
  return differences(
    { log: { entries: expected.log?.entries?.map(saidOf) } },
    { log: { entries: actual.log?.entries } },
    'traffic.har',
  )
}

function saidOf(entry: unknown): object {
  const members = entry as Record<string, unknown>
  return Object.fromEntries(SAID.flatMap((name) => (name in members ? [[name, members[name]]] : [])))
}
