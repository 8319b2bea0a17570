/** Whether reports are the shards of one run. */
import type { Report } from '../../model/report.ts'

/** Why reports cannot be merged, in one sentence; undefined where they can. */
export function mergeProblem(reports: readonly Report[]): string | undefined {
  const [first] = reports
  if (first === undefined) return 'there is no report to merge'
  const stray = reports.find(({ shard }) => shard === undefined)
  if (stray !== undefined) return `the report of run ${stray.run.id} is not of a shard (--shard)`
  const indexes = reports.map(({ shard }) => shard?.index)
  const repeated = indexes.find((index, place) => indexes.indexOf(index) !== place)
  if (repeated !== undefined) return `there are two reports of shard ${repeated}`
  for (const other of reports) {
    const difference = FACTS.find(([, fact]) => fact(other) !== fact(first))
    if (difference) return `the shards differ in their ${difference[0]}`
  }
  return undefined
}

/** Numbers of the shards of which there is no report. */
export function missingShards(reports: readonly Report[]): number[] {
  const count = reports[0]?.shard?.count ?? 0
  const there = new Set(reports.map(({ shard }) => shard?.index))
  return Array.from({ length: count }, (_, place) => place + 1).filter((index) => !there.has(index))
}

/** What is the same in every shard of one run. Each embedded reference has a port of its own. */
const FACTS: [name: string, fact: (report: Report) => string][] = [
  ['number of shards', ({ shard }) => String(shard?.count)],
  ['target', ({ target }) => (target.embedded ? 'embedded' : target.baseUrl)],
  ['contracts', ({ contracts }) => contracts.join()],
  ['safety', ({ safety }) => safety],
  ['version of the suite', ({ suite }) => `${suite.version} ${suite.commit}`],
  ['version of the target', ({ target: { name, version, digest } }) => `${name} ${version} ${digest}`],
  ['requirements', ({ provenance }) => String(provenance?.requirements.digest)],
  ['selection', selectionOf],
]

function selectionOf({ requirements }: Report): string {
  return requirements
    .filter(({ deselected }) => deselected === 'selection')
    .map(({ id }) => id)
    .join()
}
