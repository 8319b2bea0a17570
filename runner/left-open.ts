/** What a run that ended before its time, or beyond its budget, has left open. */
import type { Report } from '../model/report.ts'

/** How the reasons of such an end begin; see the deadline and the sender. */
const ENDED = /^the run's (?:budget is spent|time is over)/

/** The report, its message completed by what was left open for that reason, by operation. */
export function withLeftOpen(report: Report): Report {
  if (report.message === undefined) return report
  const lines = report.message
    .split('\n')
    .map((line) => (ENDED.test(line) ? line + leftText(report, line) : line))
  return { ...report, message: lines.join('\n') }
}

function leftText({ requirements }: Report, why: string): string {
  const observable = requirements.filter(({ unobservable }) => unobservable === undefined)
  const open = observable.filter(
    ({ verdict, reason }) => verdict === 'inconclusive' && reason?.includes(why) === true,
  )
  if (open.length === 0) return '; nothing was left open for that'
  const counts = new Map<string, number>()
  for (const { operation } of open) counts.set(operation, (counts.get(operation) ?? 0) + 1)
  const list = [...counts].map(([operation, count]) => `${count} of ${operation}`).join(', ')
  return `; ${open.length} of ${observable.length} requirements were left open: ${list}. The plan tells how many requests a whole run takes`
}
